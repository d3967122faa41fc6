import { type AlertId, ok, type OrganisationId, refuse } from '@kunak/contracts'
import type { Alert, AlertContent } from '@kunak/contracts/alerts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { isOwn, refuseStranger } from '../identity/index.ts'
import { type AlertDecision, changed } from './alert-change.ts'

/**
 * Somebody begins an alert for an organisation of hers, whatever is still missing. Refuses a stranger to the organisation (`not_found`
 * where she may not know of it is the caller's), and an organisation that is not vetted (`only_vetted`).
 */
export function draftAlert(
  viewer: Viewer,
  organisation: Pick<Organisation, 'id' | 'standing'>,
  said: { readonly id: AlertId; readonly content: AlertContent; readonly isExercise: boolean; readonly now: Date },
): AlertDecision {
  if (!isOwn(viewer, organisation.id) || viewer.personId === null) return refuseStranger(viewer)
  if (organisation.standing !== 'vetted') return refuse({ code: 'only_vetted' })
  return ok({
    after: newAlert({ ...said, raisedBy: organisation.id, raiserId: viewer.personId }),
    event: { type: 'alert_drafted', data: {} },
  })
}

/** An alert as it begins. */
export function newAlert({
  id,
  content,
  isExercise,
  now,
  raisedBy,
  raiserId,
}: {
  readonly id: AlertId
  readonly content: AlertContent
  readonly isExercise: boolean
  readonly now: Date
  readonly raisedBy: OrganisationId
  readonly raiserId: Alert['raiserId']
}): Alert {
  return {
    id,
    version: 1,
    state: 'draft',
    isExercise,
    raisedBy,
    raiserId,
    content,
    draftedAt: now.toISOString(),
    submittedAt: null,
    activeAt: null,
    verified: null,
    unverifiedUntil: null,
    until: null,
    extensions: [],
    updates: [],
    widenedTo: [],
    stepsTaken: 0,
    closed: null,
    remindedAt: null,
    forgottenAt: null,
  }
}

/** Its writer changes a draft. Refuses anybody else with `not_found`, and what is no draft any more with `not_now`. */
export function editDraft(viewer: Viewer, before: Alert, said: Pick<Alert, 'content' | 'isExercise'>): AlertDecision {
  if (viewer.personId === null || before.raiserId !== viewer.personId || !isOwn(viewer, before.raisedBy))
    return refuse({ code: 'not_found' })
  if (before.state !== 'draft') return refuse({ code: 'not_now' })
  return ok(changed(before, said, { type: 'alert_drafted', data: {} }))
}
