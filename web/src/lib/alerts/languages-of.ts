import { uiLocales } from '@kunak/vocabulary'
import { getLocale } from '#lib/paraglide/runtime.js'

/** The languages in which words for everybody may be written, the reader's own first, and any other in which there are some. */
export function languagesOf(...texts: readonly Readonly<Record<string, string>>[]): string[] {
  return [...new Set<string>([getLocale(), ...uiLocales, ...texts.flatMap((text) => Object.keys(text))])]
}
