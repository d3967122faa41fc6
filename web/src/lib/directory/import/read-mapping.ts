import type { ImportMapping } from '@kunak/contracts/directory'
import { formText, formTexts } from '#lib/form-text.ts'

/** A mapping as it stands in a form: each value as it was chosen, for the API to judge. */
export interface MappingDraft {
  readonly columns: Readonly<Record<string, string>>
  readonly source: string
  readonly expertise: Readonly<Record<keyof ImportMapping['expertise'], string>>
}

/** Reads the mapping out of a sent form; undefined where the form has none, as for a format that maps itself. */
export function readMapping(form: FormData): MappingDraft | undefined {
  if (!form.has('/source')) return undefined
  const text = (name: string) => formText(form, name)
  const names = formTexts(form, 'column')
  const targets = formTexts(form, 'target')
  return {
    columns: Object.fromEntries(names.map((name, index) => [name, targets[index] ?? 'ignore'])),
    source: text('/source'),
    expertise: { level: text('/expertise/level'), capacity: text('/expertise/capacity'), delivery: text('/expertise/delivery') },
  }
}
