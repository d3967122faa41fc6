import type { FieldProblem } from '@kunak/contracts'
import { type EditableProfile, fieldGroups, type Saved } from '@kunak/contracts/directory'
import type { RequestEvent } from '@sveltejs/kit'
import * as m from '#lib/paraglide/messages.js'
import { act } from '#lib/server/act.ts'
import { readApi } from '#lib/server/ask-api.ts'
import type { StepUpAsked } from '#lib/server/step-up.ts'
import { compareDrafts, fingerprintsOf, type Fingerprints, haveChanged, takeTheirs } from './compare-drafts.ts'
import { describeField, fieldLabel } from './describe-field.ts'
import { partTitle } from './part-title.ts'
import { findRepeatedLanguages, placeOfError } from './place-of-error.ts'
import { bodyOf, draftOf, type ProfileDraft, withSpareRows } from './profile-draft.ts'
import { partOfPointer, type PartValues, type ProfilePart, valuesOf, withValues } from './profile-parts.ts'
import { readSentForm, type SentForm } from './read-sent-form.ts'

/** A form that was not saved, with everything that was written in it. */
export interface RefusedForm {
  readonly status: number
  readonly draft: ProfileDraft
  readonly base: Fingerprints
  readonly title: string
  readonly errors: readonly {
    readonly field: string
    readonly label: string
    readonly message: string
    /** The page of the other part that is wrong. */
    readonly elsewhere: ProfilePart | undefined
  }[]
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

interface Place {
  readonly id: string
  readonly part: ProfilePart
}

/** How often another part may be saved by somebody else between our reading and our writing. */
const mostTries = 3

/**
 * Saves one part of a profile beside everything else as it stands, or answers why not. Only where that same part was saved since the
 * form was opened is she asked what to keep: what it says and who sees it belong together, so nothing is merged within it unseen.
 */
export async function savePart(
  event: RequestEvent,
  place: Place,
  form: FormData,
): Promise<RefusedForm | UnprovenForm | undefined> {
  const sent = readSentForm(form)
  for (let tries = 1; ; tries += 1) {
    const saved = await loadSaved(event, place.id)
    const [written, kept] = [valuesOf(sent.draft, place.part), valuesOf(saved.draft, place.part)]
    const values = takeTheirs(written, kept, sent.theirs)
    const draft = withValues(saved.draft, values)
    const hers = { ...sent, draft }
    const repeated = findRepeatedLanguages(draft, event.locals.locale)
    if (repeated.length > 0) return refuseFields(place, hers, { title: m.check_form(), problems: repeated })
    if (haveChanged(kept, sent.base)) {
      const refused = refuseOldPart(hers, { values, saved: saved.draft, kept })
      if (refused) return refused
    }
    const path = `/organisations/${place.id}?assures=no`
    const done = await act<Saved>(event, form, { method: 'PUT', path, json: bodyOf(draft), version: saved.version })
    if (done.ok) return undefined
    const { problem, status, refused } = done
    if (refused.stepUp) return { status, stepUp: refused.stepUp }
    if (problem.code === 'changed_meanwhile' && tries < mostTries) continue
    return { ...refuseFields(place, hers, { title: problem.title, problems: problem.errors ?? [] }), status }
  }
}

function refuseFields(
  { part }: Place,
  { draft, base }: SentForm,
  { title, problems }: { readonly title: string; readonly problems: readonly FieldProblem[] },
): RefusedForm {
  const errors = problems.map(({ field, message }) => {
    const where = partOfPointer(field)
    const elsewhere = where === part ? undefined : where
    const label = elsewhere ? `${partTitle(elsewhere)}, ${labelOfPlace(field)}` : labelOfPlace(field)
    return { field: placeOfError(field, draft), label, message, elsewhere }
  })
  return { status: 422, draft: withSpareRows(draft), base, title, errors, differences: undefined }
}

function labelOfPlace(pointer: string): string {
  const [, group = '', row] = pointer.split('/')
  const audience = fieldGroups.find((known) => group === 'audiences' && known === row)
  if (audience) return fieldLabel(`audiences/${audience}`)
  return /^\d+$/.test(row ?? '') ? `${fieldLabel(group)}, ${Number(row) + 1}` : fieldLabel(group)
}

interface TwoVersions {
  /** What she wants to have saved of the part. */
  readonly values: PartValues
  readonly saved: ProfileDraft
  /** The part of what is saved. */
  readonly kept: PartValues
}

/** Nothing where both say the same. */
function refuseOldPart({ draft, base }: SentForm, { values, saved, kept }: TwoVersions): RefusedForm | undefined {
  const differences = compareDrafts(values, kept, base).map(({ field, suggestion }) => ({
    field,
    suggestion,
    mine: describeField(field, draft),
    theirs: describeField(field, saved),
  }))
  if (differences.length === 0) return undefined
  return {
    status: 409,
    draft: withSpareRows(draft),
    base: fingerprintsOf(kept),
    title: m.conflict_title(),
    errors: [],
    differences,
  }
}

async function loadSaved(event: RequestEvent, id: string): Promise<{ draft: ProfileDraft; version: number }> {
  const { profile, version } = await readApi<EditableProfile>(event, `/organisations/${id}/profile`)
  return { draft: draftOf(profile), version }
}
