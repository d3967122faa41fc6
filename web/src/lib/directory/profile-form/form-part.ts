import type { ProfileDraft } from './profile-draft.ts'

/** What each part of the profile form is given: all that was written, and what is wrong with it by the id of the field. */
export interface FormPart {
  draft: ProfileDraft
  errors: Readonly<Record<string, string>>
}

/** Codes with their labels as a select wants them. */
export function optionsOf<Code extends string>(codes: readonly Code[], labelOf: (code: Code) => string) {
  return codes.map((code) => ({ value: code, label: labelOf(code) }))
}
