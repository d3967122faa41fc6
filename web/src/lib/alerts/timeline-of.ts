import { bestText, type Localised } from '@kunak/contracts'
import type { AlertView } from '@kunak/contracts/alerts'
import type { UiLocale } from '@kunak/vocabulary'

type Named = { readonly names: Localised } | null

/** Something that happened to an alert while it was out. */
export interface Happened {
  readonly at: string
  readonly what:
    | 'out'
    | 'verified'
    | 'updated'
    | 'extended'
    | 'widened_network'
    | 'widened_coordinators'
    | 'resolved'
    | 'cancelled'
    | 'expired'
  /** Who did it, where the reader may know; null where nobody is to be named. */
  readonly by: Named
  /** What was written, for the audience and for everybody; each empty where there is nothing. */
  readonly text: string
  readonly publicText: { readonly text: string; readonly language: string } | undefined
}

/** What has happened to an alert, newest first, as far as its reader may know. */
export function timelineOf(alert: AlertView, locale: UiLocale): Happened[] {
  const moment = (at: string | null, what: Happened['what'], said: Partial<Happened> = {}): Happened[] =>
    at === null ? [] : [{ at, what, by: null, text: '', publicText: undefined, ...said }]
  const { activeAt, turns, closed, state } = alert
  const isWhole = alert.part === 'whole'
  const ended = state === 'resolved' || state === 'cancelled' ? state : 'expired'
  return [
    ...moment(activeAt, 'out'),
    ...turns.flatMap(({ what, at }, index) => {
      const extension = isWhole && what === 'extended' ? alert.extensions[extensionsUpTo(turns, index) - 1] : undefined
      return moment(at, what, { by: isWhole && what === 'verified' ? alert.verifiedBy : null, text: extension?.reason ?? '' })
    }),
    ...updatesOf(alert, locale),
    ...(isWhole ? alert.widenedTo.flatMap(({ to, at }) => moment(at, `widened_${to}`)) : []),
    ...moment(closed?.at ?? null, ended, { text: isWhole ? (alert.closed?.note ?? '') : '' }),
  ]
    .toReversed()
    .toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
}

const extensionsUpTo = (turns: AlertView['turns'], index: number) =>
  turns.slice(0, index + 1).filter(({ what }) => what === 'extended').length

function updatesOf(alert: AlertView, locale: UiLocale): Happened[] {
  const publicOf = new Map(alert.publicUpdates.map(({ id, text }) => [id, bestText(text, locale)]))
  if (alert.part === 'public')
    return alert.publicUpdates.map(({ id, at }) => ({ at, what: 'updated', by: null, text: '', publicText: publicOf.get(id) }))
  return alert.updates.map(({ id, at, by, text }) => ({ at, what: 'updated', by, text, publicText: publicOf.get(id) }))
}
