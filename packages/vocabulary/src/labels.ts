/** The languages in which the interface and every label are complete. Russian is the first. */
export const uiLocales = ['ru', 'en'] as const
export type UiLocale = (typeof uiLocales)[number]

/** One entry of a vocabulary: a code that is stored and a label for each interface language. */
export type Labelled<Code extends string = string> = { readonly code: Code } & Readonly<Record<UiLocale, string>>

/** The codes of a vocabulary, as the non-empty tuple that an enumeration wants. */
export function codesOf<const Code extends string>(entries: readonly Labelled<Code>[]): [Code, ...Code[]] {
  return entries.map((entry) => entry.code) as [Code, ...Code[]]
}

/** The label of a code in the reader's language; an unknown code answers itself, so that nothing is lost. */
export function labelOf(entries: readonly Labelled[], code: string, locale: UiLocale): string {
  return entries.find((entry) => entry.code === code)?.[locale] ?? code
}
