/** Codes with their labels as a select wants them. */
export function optionsOf<Code extends string>(codes: readonly Code[], labelOf: (code: Code) => string) {
  return codes.map((code) => ({ value: code, label: labelOf(code) }))
}
