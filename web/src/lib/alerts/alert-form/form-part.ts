import type { AlertDraftForm } from './alert-draft.ts'

/** What each part of the form is given: all that was written, and what is wrong with it by the name of the field. */
export interface AlertFormPart {
  draft: AlertDraftForm
  errors: Readonly<Record<string, string>>
}

/** Codes with their labels as a select wants them. */
export function optionsOf<Code extends string>(codes: readonly Code[], labelOf: (code: Code) => string) {
  return codes.map((code) => ({ value: code, label: labelOf(code) }))
}

/** Whether something is wrong in a part of the form whose fields begin so. */
export function isWrongIn(errors: AlertFormPart['errors'], ...beginnings: readonly string[]): boolean {
  return Object.keys(errors).some((field) => beginnings.some((beginning) => field.startsWith(beginning)))
}
