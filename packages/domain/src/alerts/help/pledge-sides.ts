import type { Alert, Pledge, PledgeSide } from '@kunak/contracts/alerts'
import type { Viewer } from '@kunak/contracts/identity'
import { isOwn } from '../../identity/index.ts'
import { mayLead } from '../may-of.ts'
import { readsAlert } from '../reads-alert.ts'

/**
 * On which sides of a pledge somebody stands: of those who offered it, as far as they read the alert, and of those who lead the alert.
 * Whoever offered it herself reads her pledge even where the alert is no longer for her.
 */
export function sidesOf(viewer: Viewer, alert: Alert, { organisationId, pledgerId }: Pledge): PledgeSide[] {
  const isHers = viewer.personId !== null && viewer.personId === pledgerId
  const isPledger = isOwn(viewer, organisationId) && (isHers || readsAlert(viewer, alert))
  return [...(isPledger ? (['pledger'] as const) : []), ...(mayLead(viewer, alert) ? (['lead'] as const) : [])]
}

/** Whether somebody may know of a pledge: its two sides, and coordinators who read the alert. Others see how much is pledged. */
export function readsPledge(viewer: Viewer, alert: Alert, pledge: Pledge): boolean {
  return sidesOf(viewer, alert, pledge).length > 0 || seesAllPledges(viewer, alert)
}

/** Whether somebody sees who pledged and who answered: those who lead the alert, and coordinators who read it. */
export function seesAllPledges(viewer: Viewer, alert: Alert): boolean {
  return mayLead(viewer, alert) || (viewer.isCoordinator && readsAlert(viewer, alert))
}
