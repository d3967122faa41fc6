import type { Alert } from '@kunak/contracts/alerts'
import type { Viewer } from '@kunak/contracts/identity'
import { isForEverybody, isForNetwork } from './reads-alert.ts'

/** A list that an alert stands in, so that its readers find it: each reader asks for the lists that are hers. */
export type AlertList =
  'PUBLIC' | 'NETWORK' | 'COORDINATORS' | `CIRCLE#${string}` | `ORGANISATION#${string}` | `PERSON#${string}`

/** The lists that an alert stands in now: every reader of it finds it in one of `listsFor` her. */
export function listsOf(alert: Alert): AlertList[] {
  const { state, raisedBy, raiserId, content, widenedTo } = alert
  const lists = new Set<AlertList>()
  if (raiserId !== null) lists.add(`PERSON#${raiserId}`)
  if (state === 'draft') return [...lists]
  if (isForEverybody(alert)) lists.add('PUBLIC')
  if (content.audience === 'coordinators') return [...lists.add('COORDINATORS')]
  lists.add(`ORGANISATION#${raisedBy}`)
  if (content.concerns !== null) lists.add(`ORGANISATION#${content.concerns}`)
  if (content.circleId !== null && (content.audience === 'circle' || state === 'submitted'))
    lists.add(`CIRCLE#${content.circleId}`)
  if (widenedTo.length > 0 || (state === 'submitted' && content.audience === 'network')) lists.add('COORDINATORS')
  if (state !== 'submitted' && isForNetwork(alert)) lists.add('NETWORK')
  return [...lists]
}

/** The lists in which a reader finds what she may read. */
export function listsFor({ personId, memberships, circles, isInNetwork, isCoordinator }: Viewer): AlertList[] {
  return [
    'PUBLIC',
    ...(isInNetwork || isCoordinator ? (['NETWORK'] as const) : []),
    ...(isCoordinator ? (['COORDINATORS'] as const) : []),
    ...circles.map((id): AlertList => `CIRCLE#${id}`),
    ...memberships.map(({ organisationId }): AlertList => `ORGANISATION#${organisationId}`),
    ...(personId === null ? [] : [`PERSON#${personId}` as const]),
  ]
}

/** Whether it still lives or is being written: what is over stands apart in every list. */
export function isOpen({ state }: Pick<Alert, 'state'>): boolean {
  return state === 'draft' || state === 'submitted' || state === 'active'
}
