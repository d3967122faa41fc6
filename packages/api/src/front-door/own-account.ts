import { ok, refuse, type Refusal, type Result } from '@kunak/contracts'
import type { Person, Session } from '@kunak/contracts/identity'
import { loadPerson } from '@kunak/data/identity'
import { isSessionOver } from '@kunak/domain/identity'
import type { FrontContext } from './front.ts'

export interface Own {
  readonly person: Person
  readonly session: Session
}

/**
 * The reader's own account as it is now and the session she uses, for routes that change it: read anew, because confirming an act
 * changes it too. An enrolling session counts only where a route says so.
 */
export async function ownAccount(c: FrontContext, { mayEnrol = false } = {}): Promise<Result<Own, Refusal>> {
  const { session, dependencies } = c.var
  if (!session || (session.kind === 'enrolling' && !mayEnrol)) return refuse({ code: 'not_signed_in' })
  const person = await loadPerson(dependencies.database, session.personId)
  if (!person || isSessionOver(session, person, [])) return refuse({ code: 'not_signed_in' })
  return ok({ person, session })
}
