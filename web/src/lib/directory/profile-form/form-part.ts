import type { ProfileDraft } from './profile-draft.ts'

/** What each part of the profile form is given: all that was written, and what is wrong with it by the id of the field. */
export interface FormPart {
  draft: ProfileDraft
  errors: Readonly<Record<string, string>>
}
