import { ok, refuse, type Refusal, type Result } from '@kunak/contracts'
import type { Person, Session } from '@kunak/contracts/identity'
import type { FrontContext } from './front.ts'

export interface Own {
  readonly person: Person
  readonly session: Session
}

/**
 * The reader's own account as it was read for this request, or as confirming an act has left it, and the session she uses. An enrolling
 * session counts only where a route says so. Refuses with `not_signed_in`.
 */
export function ownAccount(c: FrontContext, { mayEnrol = false } = {}): Result<Own, Refusal> {
  const { session, person } = c.var
  if (!session || !person || (session.kind === 'enrolling' && !mayEnrol)) return refuse({ code: 'not_signed_in' })
  return ok({ person, session })
}
