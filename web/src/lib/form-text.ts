/** What was written in a field of a form; empty where there is no such field, or a file. */
export function formText(form: FormData, name: string): string {
  return textOf(form.get(name))
}

/** What was written in every field of that name, in order. */
export function formTexts(form: FormData, name: string): string[] {
  return form.getAll(name).map(textOf)
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : ''
}
