import { ok, refuse, type Result } from '@kunak/contracts'
import type { Person, Session } from '@kunak/contracts/identity'
import { commit, type Event, type Write } from '@kunak/data'
import { endSessionWrites, hashOf, newToken, personUnchanged, personWrites, sessionWrites } from '@kunak/data/identity'
import { beginsAt } from '../front-door/begins-at.ts'
import type { FrontContext } from '../front-door/front.ts'
import { giveSessionToken } from '../front-door/session-cookie.ts'

/** What a proof of who somebody is changes besides her session. */
export interface Proved {
  /** Her account as it was when the proof was checked: if it has changed since, nothing is written. */
  readonly before: Person
  /** Her account with what the proof changes of it, such as a counter, and a version that is one more; left out, nothing. */
  readonly after?: Person
  /** Whether the account begins with this: `before` is then what it begins as. */
  readonly isNew?: boolean
  /** What else is written in the same transaction, such as the end of what the proof has used up. */
  readonly also?: readonly Write[]
  readonly events?: readonly Event[]
}

type Outcome = Promise<Result<Session, { readonly code: 'changed_meanwhile' }>>

/**
 * Signs somebody in who has proved who she is: begins a session under a token that nobody has seen, ends the one that this browser
 * had, whosever it was, and hands the new token to it. One transaction with what the proof has changed.
 */
export async function completeSignIn(
  c: FrontContext,
  { via, kind = 'full', ...proved }: Proved & Pick<Session, 'via'> & { readonly kind?: Session['kind'] },
): Outcome {
  const startedAt = beginsAt(c, proved.after ?? proved.before)
  // A host that knows nothing of a request hands nothing over.
  const { device = 'other' } = { ...c.env }
  return await replaceSession(c, proved, { via, kind, startedAt, device })
}

/**
 * Gives the session of this request a new token, as after each fresh proof; the old one is worth nothing from then on. It goes on as
 * what it was and ends when it would have ended, unless the proof makes more of it or has ended all that began before.
 */
export async function rotateSession(
  c: FrontContext,
  session: Session,
  { kind = session.kind, via = session.via, ...proved }: Proved & Partial<Pick<Session, 'kind' | 'via'>>,
): Outcome {
  const { sessionsFrom } = proved.after ?? proved.before
  const startedAt = session.startedAt > sessionsFrom ? session.startedAt : sessionsFrom
  return await replaceSession(c, proved, { via, kind, startedAt, device: session.device })
}

async function replaceSession(
  c: FrontContext,
  { before, after = before, isNew = false, also = [], events = [] }: Proved,
  said: Pick<Session, 'via' | 'kind' | 'startedAt' | 'device'>,
): Outcome {
  const { dependencies, session: old } = c.var
  const { database } = dependencies
  const now = dependencies.now()
  const token = newToken()
  const session: Session = { ...said, id: hashOf(token), personId: after.id, lastSeenAt: now.toISOString() }
  const saved = await commit(database, now, {
    writes: [
      ...(isNew || after !== before ? personWrites(database, isNew ? null : before, after) : [personUnchanged(database, before)]),
      ...(old ? endSessionWrites(database, old) : []),
      ...sessionWrites(database, session),
      ...also,
    ],
    events,
  })
  if (!saved.ok) return refuse(saved.refusal)
  giveSessionToken(c, token)
  c.set('session', session)
  c.set('person', after)
  return ok(session)
}
