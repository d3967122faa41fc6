import type { Alert } from '@kunak/contracts/alerts'
import type { Viewer } from '@kunak/contracts/identity'
import { goesBeyondCircle, isConcerned, isWriter, readsAlert } from './reads-alert.ts'

/** What a reader may do with an alert now, as far as its state decides it. */
export function mayOf(viewer: Viewer, alert: Alert) {
  const isActive = alert.state === 'active'
  const hers = mayLead(viewer, alert)
  const others = viewer.memberships.some(
    ({ organisationId }) => organisationId !== alert.raisedBy && organisationId !== alert.content.concerns,
  )
  return {
    edit: alert.state === 'draft' && isWriter(viewer, alert),
    submit:
      isWriter(viewer, alert) && (alert.state === 'draft' || (alert.state === 'submitted' && goesBeyondCircle(alert.content))),
    verify: isVerifiable(alert) && mayVerify(viewer, alert) && viewer.isInNetwork,
    answer: isActive && viewer.personId !== null && (!hers || alert.keptFrom !== undefined),
    pledge: isActive && others && alert.content.needs.length > 0,
    lead: hers && (isActive || alert.state === 'submitted'),
  }
}

/**
 * Whether somebody leads an alert: its writer, or the people of who raised it or whom it concerns, where they read it; and where they must
 * not know of it, coordinators.
 */
export function mayLead(viewer: Viewer, alert: Alert): boolean {
  return (alert.keptFrom !== undefined || isConcerned(viewer, alert)) && readsAlert(viewer, alert)
}

/** Whether the word of a second organisation is still wanted. */
export function isVerifiable({ state, verified }: Pick<Alert, 'state' | 'verified'>): boolean {
  return (state === 'submitted' || state === 'active') && verified === null
}

/** Whether somebody is a second person: she reads it, did not write it, and belongs neither to who raised it nor to whom it concerns. */
export function mayVerify(viewer: Viewer, alert: Alert): boolean {
  return (
    readsAlert(viewer, alert) && viewer.personId !== null && viewer.personId !== alert.raiserId && !isConcerned(viewer, alert)
  )
}
