import * as z from 'zod'

// Bidirectional overrides and isolates can make a text read as something else (https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing).
const controlOrBidi = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g

/** Plain text as it is kept: NFC, `\n` line ends, no control or bidi-override characters, no lone surrogates, trimmed. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').toWellFormed().normalize('NFC').replace(controlOrBidi, '').trim()
}

/** One line of text up to `max` characters; runs of white space become one blank. */
export const line = (max: number) =>
  z
    .string()
    .transform((text) => cleanText(text).replace(/\s+/g, ' '))
    .pipe(z.string().max(max))

/** Text with line breaks, up to `max` characters. */
export const paragraphs = (max: number) => z.string().transform(cleanText).pipe(z.string().max(max))

/** A BCP 47 language tag in canonical form, at most 35 characters (RFC 5646 §4.4.1). */
const LanguageTag = z
  .string()
  .max(35)
  .refine((tag) => canonicalTag(tag) !== undefined, { params: { code: 'not_a_language_tag' } })
  .transform((tag) => canonicalTag(tag) ?? tag)

function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}

/** A text by language, `{ ru: '…', en: '…' }`, in the order of the tags whatever the store makes of it; empty ones are dropped. */
export const localised = <Text extends z.ZodType<string, string>>(text: Text) =>
  z
    .record(LanguageTag, text)
    .refine((byLanguage) => Object.keys(byLanguage).length <= 20, { params: { code: 'too_many_items', n: 20 } })
    .transform((byLanguage) =>
      Object.fromEntries(
        Object.entries(byLanguage)
          .filter(([, value]) => value !== '')
          .sort(([one], [other]) => (one < other ? -1 : 1)),
      ),
    )
export type Localised = Readonly<Record<string, string>>

const readable = /\p{Script=Cyrillic}|\p{Script=Latin}/u

/**
 * The text that suits a reader best, with the language it is in: her language, else Russian, else English, else one in letters that
 * readers of either know, else whatever there is.
 */
export function bestText(byLanguage: Localised, locale: string): { text: string; language: string } | undefined {
  const others = Object.keys(byLanguage).sort()
  const inKnownLetters = others.filter((language) => readable.test(byLanguage[language] ?? ''))
  for (const language of [locale, 'ru', 'en', ...inKnownLetters, ...others]) {
    const text = byLanguage[language]
    if (text !== undefined) return { text, language }
  }
  return undefined
}
