import { codesOf, labelOf, timeZones } from '@kunak/vocabulary'
import { getLocale } from '#lib/paraglide/runtime.js'

/** The clocks to choose from, by the places that go by them, with the one that is chosen already; a name that is no clock stands as it is. */
export function zoneOptions(chosen: string): { readonly value: string; readonly label: string }[] {
  const offered = new Set<string>([...codesOf(timeZones), ...(chosen === '' ? [] : [chosen])])
  return [...offered].map((value) => ({ value, label: labelOf(timeZones, value, getLocale()) }))
}
