import type { AlertDraftForm } from './alert-draft.ts'

/** What each part of the form is given: all that was written, and what is wrong with it by the name of the field. */
export interface AlertFormPart {
  draft: AlertDraftForm
  errors: Readonly<Record<string, string>>
}

/** Whether something is wrong in a part of the form whose fields begin so. */
export function isWrongIn(errors: AlertFormPart['errors'], ...beginnings: readonly string[]): boolean {
  return Object.keys(errors).some((field) => beginnings.some((beginning) => field.startsWith(beginning)))
}
