import { type MessageId, ok, type Refusal, refuse, type Result } from '@kunak/contracts'
import type { Alert, Pledge, PledgeMessage } from '@kunak/contracts/alerts'
import type { Viewer } from '@kunak/contracts/identity'
import { readsPledge, sidesOf } from './pledge-sides.ts'

/** What somebody says between the two sides of a pledge. */
interface Word {
  readonly viewer: Viewer
  readonly alert: Alert
  readonly before: Pledge
}

const mostMessages = 200

/** A word to the other side. Refuses who may not know of the pledge (`not_found`), and who is on neither side of it (`not_yours`). */
export function writeToPledge(
  { viewer, alert, before }: Word,
  said: { readonly id: MessageId; readonly text: string; readonly now: Date; readonly earlier: number },
): Result<PledgeMessage, Refusal> {
  if (!readsPledge(viewer, alert, before)) return refuse({ code: 'not_found' })
  const [from] = sidesOf(viewer, alert, before)
  if (!from) return refuse({ code: 'not_yours' })
  if (said.earlier >= mostMessages) return refuse({ code: 'alert_full' })
  return ok({ id: said.id, pledgeId: before.id, from, writerId: viewer.personId, at: said.now.toISOString(), text: said.text })
}

/** A side says how it can be reached, or takes that back. Null where it stands so already. Refuses like `writeToPledge`. */
export function shareContact({ viewer, alert, before }: Word, contact: string | null): Result<Pledge | null, Refusal> {
  if (!readsPledge(viewer, alert, before)) return refuse({ code: 'not_found' })
  const [from] = sidesOf(viewer, alert, before)
  if (!from) return refuse({ code: 'not_yours' })
  if (before.contacts[from] === contact) return ok(null)
  return ok({ ...before, version: before.version + 1, contacts: { ...before.contacts, [from]: contact } })
}
