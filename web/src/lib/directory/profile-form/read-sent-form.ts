import { formText } from '#lib/form-text.ts'
import type { Fingerprints } from './compare-drafts.ts'
import type { ProfileDraft } from './profile-draft.ts'
import { readDraft } from './read-draft.ts'

/** A part of the profile form as it was sent. */
export interface SentForm {
  /** What was written; fields that the part does not ask for are empty. */
  readonly draft: ProfileDraft
  /** How each of its fields stood when the form was opened. */
  readonly base: Fingerprints
  /** The fields for which the reader wants what somebody else saved. */
  readonly theirs: readonly string[]
  /** The repeated group that asks for more rows. */
  readonly group: string
}

export function readSentForm(form: FormData): SentForm {
  const choices = [...form].filter(([name, value]) => name.startsWith('choose:') && value === 'theirs')
  return {
    draft: readDraft(form),
    base: Object.fromEntries(new URLSearchParams(formText(form, 'base'))),
    theirs: choices.map(([name]) => name.slice('choose:'.length)),
    group: formText(form, 'add'),
  }
}
