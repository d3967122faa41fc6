import type { FieldProblem, Problem } from '@kunak/contracts'
import { type EditableProfile, fieldGroups, type Saved } from '@kunak/contracts/directory'
import type { RequestEvent } from '@sveltejs/kit'
import * as m from '#lib/paraglide/messages.js'
import { act } from '#lib/server/act.ts'
import { readApi } from '#lib/server/ask-api.ts'
import type { StepUpAsked } from '#lib/server/step-up.ts'
import { groupLabel } from '../labels.ts'
import { compareDrafts, fingerprintsOf, type Fingerprints, takeTheirs } from './compare-drafts.ts'
import { describeField, fieldLabel } from './describe-field.ts'
import { findRepeatedLanguages, placeOfError } from './place-of-error.ts'
import { bodyOf, draftOf, type ProfileDraft, withSpareRows } from './profile-draft.ts'
import { readSentForm, type SentForm } from './read-sent-form.ts'

/** A form that was not saved, with everything that was written in it. */
export interface RefusedForm {
  readonly status: number
  readonly draft: ProfileDraft
  readonly version: number
  readonly base: Fingerprints
  readonly title: string
  readonly errors: readonly { readonly field: string; readonly label: string; readonly message: string }[]
  readonly differences:
    | readonly {
        readonly field: string
        readonly suggestion: 'mine' | 'theirs'
        readonly mine: readonly string[]
        readonly theirs: readonly string[]
      }[]
    | undefined
}

/** A form whose saving is to be confirmed first, because it shows something to more people. */
interface UnprovenForm {
  readonly status: number
  readonly stepUp: StepUpAsked
}

/** Saves what was written, or answers why not. */
export async function saveDraft(
  event: RequestEvent,
  id: string,
  form: FormData,
): Promise<RefusedForm | UnprovenForm | undefined> {
  const sent = readSentForm(form)
  const draft = sent.theirs.length > 0 ? takeTheirs(sent.draft, (await loadSaved(event, id)).draft, sent.theirs) : sent.draft
  const repeated = findRepeatedLanguages(draft, event.locals.locale)
  if (repeated.length > 0) return refuseFields({ ...sent, draft }, m.check_form(), repeated)
  const path = `/organisations/${id}`
  const done = await act<Saved>(event, form, { method: 'PUT', path, json: bodyOf(draft), version: sent.version })
  if (done.ok) return undefined
  const { problem, status } = done
  const { stepUp } = done.refused
  if (stepUp) return { status, stepUp }
  if (problem.code === 'changed_meanwhile') return refuseOldVersion({ event, id, sent: { ...sent, draft }, problem })
  return { ...refuseFields({ ...sent, draft }, problem.title, problem.errors ?? []), status }
}

function refuseFields({ draft, version, base }: SentForm, title: string, problems: readonly FieldProblem[]): RefusedForm {
  const errors = problems.map(({ field, message }) => ({
    field: placeOfError(field, draft),
    label: labelOfPlace(field),
    message,
  }))
  return { status: 422, draft: withSpareRows(draft), version, base, title, errors, differences: undefined }
}

function labelOfPlace(pointer: string): string {
  const [, group = '', row] = pointer.split('/')
  const audience = fieldGroups.find((known) => group === 'audiences' && known === row)
  if (audience) return m.who_sees_what({ what: groupLabel(audience) })
  return /^\d+$/.test(row ?? '') ? `${fieldLabel(group)}, ${Number(row) + 1}` : fieldLabel(group)
}

interface OldVersion {
  readonly event: RequestEvent
  readonly id: string
  readonly sent: SentForm
  readonly problem: Problem
}

async function refuseOldVersion({ event, id, sent: { draft, base }, problem }: OldVersion): Promise<RefusedForm> {
  const saved = await loadSaved(event, id)
  const differences = compareDrafts(draft, saved.draft, base).map(({ field, suggestion }) => ({
    field,
    suggestion,
    mine: describeField(field, draft),
    theirs: describeField(field, saved.draft),
  }))
  return {
    status: problem.status,
    draft: withSpareRows(draft),
    version: saved.version,
    base: fingerprintsOf(saved.draft),
    title: problem.title,
    errors: [],
    differences,
  }
}

async function loadSaved(event: RequestEvent, id: string): Promise<{ draft: ProfileDraft; version: number }> {
  const { profile, version } = await readApi<EditableProfile>(event, `/organisations/${id}/profile`)
  return { draft: draftOf(profile), version }
}
