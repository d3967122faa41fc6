import { formText } from '#lib/form-text.ts'
import type { Fingerprints } from './compare-drafts.ts'
import type { ProfileDraft } from './profile-draft.ts'
import { readDraft } from './read-draft.ts'

/** A profile form as it was sent. */
export interface SentForm {
  readonly draft: ProfileDraft
  /** The version that was being changed. */
  readonly version: number
  /** How each field stood when the form was opened. */
  readonly base: Fingerprints
  /** The fields for which the reader wants what somebody else saved. */
  readonly theirs: readonly string[]
  /** The repeated group that asks for more rows. */
  readonly group: string
}

export function readSentForm(form: FormData): SentForm {
  const choices = [...form].filter(([name, value]) => name.startsWith('choose:') && value === 'theirs')
  const draft = readDraft(form)
  const base = new URLSearchParams(formText(form, 'base'))
  return {
    draft,
    version: Number(form.get('version')) || 0,
    base: Object.fromEntries(Object.keys(draft).map((field) => [field, base.get(field) ?? ''])),
    theirs: choices.map(([name]) => name.slice('choose:'.length)),
    group: formText(form, 'add'),
  }
}
