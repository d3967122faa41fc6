import type { OrganisationId } from '@kunak/contracts'
import { type Alert, type AlertView, lifeHours, type PublicAlert, type WholeAlert } from '@kunak/contracts/alerts'
import type { Viewer } from '@kunak/contracts/identity'
import { alertAsOf } from './advance-alert.ts'
import { hoursAfter } from './hours-after.ts'
import { mayOf } from './may-of.ts'
import { type AlertContext, namedFor } from './named-for.ts'
import { isForEverybody, readsAlert, readsUnconfirmed } from './reads-alert.ts'
import { isUnconfirmed, withoutTexts } from './without-texts.ts'

/**
 * The one way in which an alert leaves the store: the whole for its audience, the public part for everybody else where it has one, or
 * null when for this reader it does not exist. An organisation is named as far as the reader may see it today; while one that it is
 * raised by or about is frozen, there is no public part. What is over is shown as over from that moment on; and what one organisation
 * has said and nobody confirmed within its hours is then without words for all whom it could not have told alone.
 */
export function viewAlert(viewer: Viewer, stored: Alert, context: AlertContext): AlertView | null {
  const known = alertAsOf(stored, context.now)
  const isSilent = isUnconfirmed(known, context.now) && !readsUnconfirmed(viewer, known)
  const alert = isSilent ? withoutTexts(known, context.now.toISOString()) : known
  if (readsAlert(viewer, alert)) return viewWhole(viewer, alert, context)
  if (!isForEverybody(alert) || isHidden(alert, context)) return null
  const seen = seenBy(viewer, alert, context)
  return seen && { ...seen, part: 'public' }
}

/** What everybody may know of it. It depends on nothing that only the audience reads. */
function seenBy(viewer: Viewer, alert: Alert, context: AlertContext): Omit<PublicAlert, 'part'> | null {
  const { content, state, activeAt, until, closed } = alert
  if (state === 'draft' || state === 'submitted' || activeAt === null || until === null || content.republic === null) return null
  return {
    ...alwaysSeen(viewer, alert, context),
    state,
    republic: content.republic,
    activeAt,
    until: closed?.at ?? until,
    closed: closed && { at: closed.at, outcome: closed.outcome },
    courtAt: content.isCourtPublic ? content.courtAt : null,
  }
}

function viewWhole(viewer: Viewer, alert: Alert, context: AlertContext): WholeAlert {
  const { content, closed } = alert
  return {
    ...alwaysSeen(viewer, alert, context),
    part: 'whole',
    version: alert.version,
    state: alert.state,
    raisedBy: namedFor(viewer, alert.raisedBy, context),
    republic: content.republic,
    happenedAt: content.happenedAt,
    isPublic: content.isPublic && !isHidden(alert, context),
    audience: content.audience,
    consent: content.consent,
    language: content.language,
    restricted: alert.forgottenAt === null ? content.restricted : null,
    activeAt: alert.activeAt,
    until: closed?.at ?? alert.until,
    unverifiedUntil: alert.verified === null ? alert.unverifiedUntil : null,
    verifiedBy: namedFor(viewer, alert.verified?.by ?? null, context),
    closed,
    courtAt: content.courtAt,
    updates: alert.updates.map(({ id, at, by, text }) => ({ id, at, by: namedFor(viewer, by, context), text })),
    extensions: alert.extensions.map(({ at, reason }) => ({ at, reason })),
    needs: content.needs,
    ladder: content.ladder,
    widenedTo: alert.widenedTo,
    may: mayOf(viewer, alert),
  }
}

/** What is shown alike to whoever reads the whole and to whoever reads the public part. */
function alwaysSeen(viewer: Viewer, alert: Alert, context: AlertContext) {
  const { content, verified, updates } = alert
  return {
    id: alert.id,
    isExercise: alert.isExercise,
    isVerified: verified !== null,
    concerns: namedFor(viewer, content.concerns, context),
    pressures: content.pressures,
    urgency: content.urgency,
    severity: content.severity,
    certainty: content.certainty,
    headline: content.headline,
    summary: content.summary,
    publicUpdates: updates
      .filter(({ publicText }) => Object.keys(publicText).length > 0)
      .map(({ id, at, publicText }) => ({ id, at, text: publicText })),
    turns: turnsOf(alert),
  }
}

/** What changed how long it lives while it was out: each could be seen by whoever looked before and after. */
function turnsOf({ activeAt, verified, extensions }: Alert): AlertView['turns'] {
  const extended = extensions.map(({ at }) => ({ what: 'extended' as const, at, until: hoursAfter(at, lifeHours) }))
  if (activeAt === null || verified === null) return extended
  const before = extended.filter(({ at }) => at < verified.at)
  const until = before.at(-1)?.until ?? hoursAfter(activeAt, lifeHours)
  return [...before, { what: 'verified', at: verified.at, until }, ...extended.slice(before.length)]
}

function isHidden({ raisedBy, content }: Alert, { organisations }: AlertContext): boolean {
  return [raisedBy, content.concerns].some((id) => id !== null && organisations.get(id)?.standing === 'frozen')
}

/** The organisations that showing an alert needs. */
export function organisationsOf({ raisedBy, content, verified, updates }: Alert): OrganisationId[] {
  const all = [raisedBy, content.concerns, verified?.by ?? null, ...updates.map(({ by }) => by)]
  return [...new Set(all.filter((id) => id !== null))]
}
