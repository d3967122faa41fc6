/** What is wrong with each field, by its name. */
export function messagesByField(
  errors: readonly { readonly field: string; readonly message: string }[] = [],
): Readonly<Record<string, string>> {
  return Object.fromEntries(errors.map(({ field, message }) => [field, message]))
}
