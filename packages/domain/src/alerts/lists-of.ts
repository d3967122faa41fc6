import type { Alert } from '@kunak/contracts/alerts'
import type { Viewer } from '@kunak/contracts/identity'
import { isForEverybody, isForNetwork } from './reads-alert.ts'

/** A list that an alert stands in, so that its readers find it: each reader asks for the lists that are hers. */
export type AlertList = 'PUBLIC' | 'NETWORK' | 'COORDINATORS' | `CIRCLE#${string}` | `ORGANISATION#${string}` | `PERSON#${string}`

/**
 * The lists that an alert stands in now: every reader of it finds it in one of `listsFor` her. In the lists of people it stands for who
 * wrote and who confirmed it, so that all of hers is found when her account is erased.
 */
export function listsOf(alert: Alert): AlertList[] {
  const { state, activeAt, raisedBy, raiserId, verified, content, widenedTo } = alert
  const isWaiting = activeAt === null
  const lists = new Set<AlertList>()
  for (const personId of [raiserId, verified?.personId ?? null]) if (personId !== null) lists.add(`PERSON#${personId}`)
  if (state === 'draft') return [...lists]
  if (isForEverybody(alert)) lists.add('PUBLIC')
  if (content.audience === 'coordinators') return [...lists.add('COORDINATORS')]
  lists.add(`ORGANISATION#${raisedBy}`)
  if (content.concerns !== null) lists.add(`ORGANISATION#${content.concerns}`)
  if (content.circleId !== null && (content.audience === 'circle' || isWaiting)) lists.add(`CIRCLE#${content.circleId}`)
  if (widenedTo.length > 0 || (isWaiting && content.audience === 'network')) lists.add('COORDINATORS')
  if (!isWaiting && isForNetwork(alert)) lists.add('NETWORK')
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
