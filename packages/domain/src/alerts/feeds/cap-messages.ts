import { lifeHours, type PublicAlert, unverifiedHours } from '@kunak/contracts/alerts'
import { hoursAfter } from '../hours-after.ts'

/** One message about an alert: what was known and said at that moment. Messages are never changed; a later one takes its place. */
export interface CapMessage {
  readonly kind: 'alert' | 'verified' | 'extended' | 'updated' | 'resolved' | 'cancelled'
  /** Its name among all messages of this site, and the file name of its address. */
  readonly identifier: string
  readonly at: string
  /** Until when it holds if nothing else is said. */
  readonly until: string
  readonly isVerified: boolean
  readonly updates: PublicAlert['publicUpdates']
  /** What it takes the place of: every message before it. */
  readonly before: readonly Pick<CapMessage, 'identifier' | 'at'>[]
}

interface Step {
  readonly kind: CapMessage['kind']
  readonly at: string
  readonly name: string
  readonly until?: string
  readonly update?: PublicAlert['publicUpdates'][number]
}

/**
 * The messages about a public alert, first to last. They follow from what everybody may know of it, so that each stays where it is and
 * as it is for as long as the alert is there. One whose time ran out needs no message: the last one said until when it holds.
 */
export function capMessagesOf(alert: PublicAlert): CapMessage[] {
  const messages: CapMessage[] = []
  const first: Step = { kind: 'alert', at: alert.activeAt, name: 'alert' }
  const startsVerified = alert.turns.some(({ what, at }) => what === 'verified' && at <= alert.activeAt)
  let life = hoursAfter(alert.activeAt, lifeHours)
  let isVerified = startsVerified
  for (const { kind, at, name, until, update } of [first, ...stepsOf(alert)]) {
    const last = messages.at(-1)
    if (kind === 'verified') isVerified = true
    life = until ?? life
    const alone = hoursAfter(alert.activeAt, unverifiedHours)
    messages.push({
      kind,
      identifier: `${alert.id}.${name}`,
      at,
      until: isVerified || life < alone ? life : alone,
      isVerified,
      updates: [...(last?.updates ?? []), ...(update ? [update] : [])],
      before: last ? [...last.before, { identifier: last.identifier, at: last.at }] : [],
    })
  }
  return messages
}

/** What came after the first message, in its order; the end is last, whatever the clocks said. */
function stepsOf({ activeAt, turns, publicUpdates, closed, state }: PublicAlert): Step[] {
  const turned = turns
    .filter(({ what, at }) => what === 'extended' || at > activeAt)
    .map(({ what, at, until }): Step => ({ kind: what, at, until, name: what === 'verified' ? what : `extended-${seconds(at)}` }))
  const updated = publicUpdates.map((update): Step => ({ kind: 'updated', at: update.at, name: update.id, update }))
  const steps = [...turned, ...updated].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
  if (closed === null || (state !== 'resolved' && state !== 'cancelled')) return steps
  return [...steps, { kind: state, at: closed.at, name: state }]
}

const seconds = (moment: string) => Math.floor(Date.parse(moment) / 1000)
