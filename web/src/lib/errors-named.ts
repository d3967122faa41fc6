type Wrong = { readonly field: string; readonly message: string }

/** What each field of a form is called, where it is asked for in words. */
export type FieldNames = Readonly<Record<string, () => string>>

/** What is wrong, each with the name of its field before it, so that a list of equal sentences says which is about what; of a row, what the row is for. */
export function errorsNamed(errors: readonly Wrong[], names: FieldNames): Wrong[] {
  return errors.map(({ field, message }) => {
    const name = (names[field] ?? names[field.split('/')[0] ?? ''])?.() ?? ''
    return { field, message: name === '' ? message : `${name.replace(/[?:.]$/, '')}: ${message}` }
  })
}
