import type { Alert } from '@kunak/contracts/alerts'
import type { Viewer } from '@kunak/contracts/identity'
import { isOwn } from '../identity/index.ts'

/** What decides who reads an alert. */
type Readable = Pick<Alert, 'state' | 'activeAt' | 'keptFrom' | 'raisedBy' | 'raiserId' | 'content' | 'widenedTo'>

/**
 * Whether somebody reads the whole of an alert. A draft is its writer's alone. What is for coordinators is read by them and its writer,
 * and by nobody else of the organisations concerned: one of their own may be the danger. Everything else is read by the people of who
 * raised it and of whom it concerns, and by the audience; while it waits for a second organisation, and when it ends without ever having
 * gone out, by those of the audience who were asked to look: coordinators, and the circle that it names. What somebody let coordinators know
 * under duress neither she nor anybody of her organisation reads, a coordinator neither.
 */
export function readsAlert(viewer: Viewer, alert: Readable): boolean {
  const { state, activeAt, content, widenedTo } = alert
  if (alert.keptFrom !== undefined) return viewer.isCoordinator && !isKeptFrom(viewer, alert)
  if (isWriter(viewer, alert)) return true
  if (state === 'draft') return false
  if (content.audience === 'coordinators') return viewer.isCoordinator
  if (isConcerned(viewer, alert)) return true
  const isInCircle = content.circleId !== null && viewer.circles.includes(content.circleId)
  if (content.audience === 'circle' && isInCircle) return true
  if (activeAt === null) return isInCircle || (content.audience === 'network' && viewer.isCoordinator)
  if (viewer.isCoordinator && widenedTo.length > 0) return true
  return (viewer.isInNetwork || viewer.isCoordinator) && isForNetwork(alert)
}

/** Whether somebody may not know of it: she gave the code for duress, or belongs to that organisation, though it may be hidden meanwhile. */
function isKeptFrom(viewer: Viewer, alert: Pick<Alert, 'keptFrom' | 'raisedBy' | 'content'>): boolean {
  const isAbsent = viewer.absent?.includes(alert.raisedBy) ?? false
  return viewer.actor === alert.keptFrom || isAbsent || isConcerned(viewer, alert)
}

/** Whether somebody wrote it, and still belongs to the organisation for which she did. */
export function isWriter(viewer: Viewer, { raiserId, raisedBy }: Pick<Alert, 'raiserId' | 'raisedBy'>): boolean {
  return raiserId !== null && viewer.personId === raiserId && isOwn(viewer, raisedBy)
}

/**
 * Whether somebody reads it though no second organisation has confirmed it: its own people, and those whom one organisation may tell
 * alone, which are a circle and the coordinators.
 */
export function readsUnconfirmed(viewer: Viewer, alert: Readable): boolean {
  const { circleId } = alert.content
  const isInCircle = circleId !== null && viewer.circles.includes(circleId)
  return (
    readsAlert(viewer, alert) && (isWriter(viewer, alert) || isConcerned(viewer, alert) || isInCircle || viewer.isCoordinator)
  )
}

/** Whether the alert is of somebody's own organisation: it raised it, or it is about it. */
export function isConcerned(viewer: Viewer, { raisedBy, content }: Pick<Alert, 'raisedBy' | 'content'>): boolean {
  return isOwn(viewer, raisedBy) || (content.concerns !== null && isOwn(viewer, content.concerns))
}

/** Whether it is for everybody of vetted organisations, from the beginning or because too few answered. */
export function isForNetwork({ content, widenedTo }: Pick<Alert, 'content' | 'widenedTo'>): boolean {
  return content.audience === 'network' || widenedTo.some(({ to }) => to === 'network')
}

/** Whether everybody may read its public part: it says so and has been out. */
export function isForEverybody({ content, activeAt }: Pick<Alert, 'content' | 'activeAt'>): boolean {
  return content.isPublic && activeAt !== null
}

/** Whether it goes further than one circle, so that one organisation alone may say it for some hours only. */
export function goesBeyondCircle({ audience, isPublic }: Pick<Alert['content'], 'audience' | 'isPublic'>): boolean {
  return audience === 'network' || isPublic
}
