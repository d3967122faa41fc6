import codes from 'i18n-iso-countries/codes.json' with { type: 'json' }
import ar from 'i18n-iso-countries/langs/ar.json' with { type: 'json' }
import en from 'i18n-iso-countries/langs/en.json' with { type: 'json' }
import fr from 'i18n-iso-countries/langs/fr.json' with { type: 'json' }
import ru from 'i18n-iso-countries/langs/ru.json' with { type: 'json' }
import { foldName } from './fold-name.ts'

// XK is user-assigned, yet it is how Kosovo is written wherever ISO 3166-1 codes are used.
const alpha2ByAlpha3 = new Map(codes.map(([alpha2, alpha3]) => [alpha3 ?? '', alpha2 ?? '']))
const alpha2 = new Set(alpha2ByAlpha3.values())

/** Whether a two-letter code is one of ISO 3166-1. */
export function isCountry(code: string): boolean {
  return alpha2.has(code)
}

const formatters = new Map<string, Intl.DisplayNames>()

/** The country's name in a language; a code that is none answers itself. */
export function countryName(code: string, locale: string): string {
  const names = formatters.get(locale) ?? new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' })
  formatters.set(locale, names)
  return isCountry(code) ? (names.of(code) ?? code) : code
}

/**
 * The country that somebody wrote as a code of two or three letters or by a name in English, French, Arabic or Russian, whatever the
 * case and accents; null when no country, or more than one, is called so.
 */
export function countryFrom(text: string): string | null {
  const code = text.trim().toUpperCase()
  if (alpha2.has(code)) return code
  return alpha2ByAlpha3.get(code) ?? alpha2ByName().get(foldName(text)) ?? null
}

const writtenLocales = ['en', 'fr', 'ar', 'ru'] as const

// Names in everyday use that neither list has.
const alsoCalled: readonly (readonly [string, string])[] = [
  ['UK', 'GB'],
  ['Great Britain', 'GB'],
  ['Великобритания', 'GB'],
  ['Англия', 'GB'],
  ['England', 'GB'],
  ['USA', 'US'],
  ['США', 'US'],
  ['РФ', 'RU'],
  ['Russia', 'RU'],
  ['Россия', 'RU'],
  ['Палестина', 'PS'],
]

let byName: ReadonlyMap<string, string | null> | undefined
function alpha2ByName(): ReadonlyMap<string, string | null> {
  if (byName) return byName
  const found = new Map<string, string | null>()
  const add = (name: string | undefined, code: string) => {
    const folded = foldName(name ?? '')
    if (folded === '' || !isCountry(code)) return
    found.set(folded, found.has(folded) && found.get(folded) !== code ? null : code)
  }
  for (const { countries } of [en, fr, ar, ru])
    for (const [code, names] of Object.entries(countries)) for (const name of [names].flat()) add(name, code)
  for (const locale of writtenLocales)
    for (const style of ['long', 'short'] as const) {
      const names = new Intl.DisplayNames([locale], { type: 'region', style })
      for (const code of alpha2) add(names.of(code), code)
    }
  for (const [name, code] of alsoCalled) add(name, code)
  byName = found
  return found
}
