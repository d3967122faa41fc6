import { type AlertId, momentOfUlid, ok, type OrganisationId, type Refusal, refuse, type Result } from '@kunak/contracts'
import type { Alert, AlertContent } from '@kunak/contracts/alerts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { isOwn, refuseStranger } from '../identity/index.ts'
import { type AlertChange, type AlertDecision, changed, unchanged } from './alert-change.ts'
import { isWriter } from './reads-alert.ts'

/**
 * Somebody begins an alert for an organisation of hers, whatever is still missing. Refuses a stranger to the organisation (`not_found`
 * where she may not know of it is the caller's), an organisation that is not vetted (`only_vetted`), and an id that would stand above
 * everything newer, because its moment is still to come.
 */
export function draftAlert(
  viewer: Viewer,
  organisation: Pick<Organisation, 'id' | 'standing'>,
  said: { readonly id: AlertId; readonly content: AlertContent; readonly isExercise: boolean; readonly now: Date },
): AlertDecision<AlertChange> {
  if (!isOwn(viewer, organisation.id) || viewer.personId === null) return refuseStranger(viewer)
  if (organisation.standing !== 'vetted') return refuse({ code: 'only_vetted' })
  if (momentOfUlid(said.id) > said.now.getTime() + clocksDifferMs)
    return refuse({ code: 'invalid', fields: [{ field: '/id', code: 'invalid' }] })
  return ok({
    after: newAlert({ ...said, raisedBy: organisation.id, raiserId: viewer.personId }),
    event: { type: 'alert_drafted', data: {} },
  })
}

// The page may come from a machine whose clock goes otherwise, or has been set right since.
const clocksDifferMs = 86_400_000

/**
 * Somebody begins an alert under an id that is taken. Where it is her own, she has clicked twice, or gone back to her page and changed
 * it: her draft then says what it says now, and what is no draft any more stays as it is.
 */
export function draftAgain(
  viewer: Viewer,
  before: Alert,
  said: Pick<Alert, 'content' | 'isExercise' | 'raisedBy'> & { readonly now: Date },
): AlertDecision {
  const { content, isExercise, raisedBy, now } = said
  if (!isWriter(viewer, before) || before.raisedBy !== raisedBy)
    return refuse({ code: 'invalid', fields: [{ field: '/id', code: 'said_twice' }] })
  if (before.state !== 'draft' || isSame(before, { content, isExercise })) return ok(unchanged(before))
  return editDraft(viewer, before, { content, isExercise, now })
}

const isSame = (draft: Alert, said: Pick<Alert, 'content' | 'isExercise'>) =>
  draft.isExercise === said.isExercise && JSON.stringify(draft.content) === JSON.stringify(said.content)

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
export function editDraft(
  viewer: Viewer,
  before: Alert,
  { content, isExercise, now }: Pick<Alert, 'content' | 'isExercise'> & { readonly now: Date },
): AlertDecision<AlertChange> {
  const may = mayEditDraft(viewer, before)
  if (!may.ok) return may
  const after = { content, isExercise, draftedAt: now.toISOString() }
  return ok(changed(before, after, { type: 'alert_drafted', data: {} }))
}

/** Whether somebody may read her draft to go on with it, or throw it away; refuses like `editDraft`. */
export function mayEditDraft(viewer: Viewer, draft: Alert): Result<undefined, Refusal> {
  if (!isWriter(viewer, draft)) return refuse({ code: 'not_found' })
  return draft.state === 'draft' ? ok(undefined) : refuse({ code: 'not_now' })
}
