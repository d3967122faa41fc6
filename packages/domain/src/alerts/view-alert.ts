import type { OrganisationId } from '@kunak/contracts'
import { type Alert, type AlertView, lifeHours } from '@kunak/contracts/alerts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { viewOrganisation } from '../directory/index.ts'
import { alertAsOf } from './advance-alert.ts'
import { mayOf } from './may-of.ts'
import { isForEverybody, readsAlert, readsUnconfirmed } from './reads-alert.ts'
import { isUnconfirmed, withoutTexts } from './without-texts.ts'

/** What an alert is shown with: the organisations that it names, as they are now. */
export interface AlertContext {
  readonly organisations: ReadonlyMap<OrganisationId, Organisation>
  readonly now: Date
}

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

type Seen = Omit<Extract<AlertView, { part: 'public' }>, 'part'>

/** What everybody may know of it. It depends on nothing that only the audience reads. */
function seenBy(viewer: Viewer, alert: Alert, context: AlertContext): Seen | null {
  const { content, state, activeAt, until, closed } = alert
  if (state === 'draft' || state === 'submitted' || activeAt === null || until === null || content.republic === null) return null
  return {
    id: alert.id,
    state,
    isExercise: alert.isExercise,
    isVerified: alert.verified !== null,
    concerns: named(viewer, content.concerns, context),
    pressures: content.pressures,
    republic: content.republic,
    urgency: content.urgency,
    severity: content.severity,
    certainty: content.certainty,
    headline: content.headline,
    summary: content.summary,
    activeAt,
    until: closed?.at ?? until,
    closed: closed && { at: closed.at, outcome: closed.outcome },
    courtAt: content.isCourtPublic ? content.courtAt : null,
    publicUpdates: alert.updates
      .filter(({ publicText }) => Object.keys(publicText).length > 0)
      .map(({ id, at, publicText }) => ({ id, at, text: publicText })),
    turns: turnsOf(alert),
  }
}

function viewWhole(viewer: Viewer, alert: Alert, context: AlertContext): AlertView {
  const { content, closed } = alert
  return {
    part: 'whole',
    id: alert.id,
    version: alert.version,
    state: alert.state,
    isExercise: alert.isExercise,
    isVerified: alert.verified !== null,
    concerns: named(viewer, content.concerns, context),
    raisedBy: named(viewer, alert.raisedBy, context),
    pressures: content.pressures,
    republic: content.republic,
    happenedAt: content.happenedAt,
    urgency: content.urgency,
    severity: content.severity,
    certainty: content.certainty,
    headline: content.headline,
    summary: content.summary,
    isPublic: content.isPublic && !isHidden(alert, context),
    audience: content.audience,
    consent: content.consent,
    language: content.language,
    restricted: alert.forgottenAt === null ? content.restricted : null,
    activeAt: alert.activeAt,
    until: closed?.at ?? alert.until,
    unverifiedUntil: alert.verified === null ? alert.unverifiedUntil : null,
    verifiedBy: named(viewer, alert.verified?.by ?? null, context),
    closed,
    courtAt: content.courtAt,
    publicUpdates: alert.updates
      .filter(({ publicText }) => Object.keys(publicText).length > 0)
      .map(({ id, at, publicText }) => ({ id, at, text: publicText })),
    turns: turnsOf(alert),
    updates: alert.updates.map(({ id, at, by, text }) => ({ id, at, by: named(viewer, by, context), text })),
    extensions: alert.extensions.map(({ at, reason }) => ({ at, reason })),
    needs: content.needs,
    ladder: content.ladder,
    widenedTo: alert.widenedTo,
    may: mayOf(viewer, alert),
  }
}

/** What changed how long it lives while it was out: each could be seen by whoever looked before and after. */
function turnsOf({ activeAt, verified, extensions }: Alert): AlertView['turns'] {
  const lives = (from: string) => new Date(Date.parse(from) + lifeHours * 3_600_000).toISOString()
  const extended = extensions.map(({ at }) => ({ what: 'extended' as const, at, until: lives(at) }))
  if (activeAt === null || verified === null) return extended
  const before = extended.filter(({ at }) => at < verified.at)
  const until = before.at(-1)?.until ?? lives(activeAt)
  return [...before, { what: 'verified', at: verified.at, until }, ...extended.slice(before.length)]
}

function named(viewer: Viewer, id: OrganisationId | null, { organisations, now }: AlertContext) {
  const organisation = id === null ? undefined : organisations.get(id)
  const view = organisation && viewOrganisation(viewer, organisation, now)
  return view ? { id: view.id, names: view.names } : null
}

function isHidden({ raisedBy, content }: Alert, { organisations }: AlertContext): boolean {
  return [raisedBy, content.concerns].some((id) => id !== null && organisations.get(id)?.standing === 'frozen')
}

/** The organisations that showing an alert needs. */
export function organisationsOf({ raisedBy, content, verified, updates }: Alert): OrganisationId[] {
  const all = [raisedBy, content.concerns, verified?.by ?? null, ...updates.map(({ by }) => by)]
  return [...new Set(all.filter((id) => id !== null))]
}
