import type { UiLocale } from '@kunak/vocabulary'

/** So many minutes as people say them: in hours where these are whole. */
export function minutesInWords(minutes: number, locale: UiLocale): string {
  const [value, unit] = minutes % 60 === 0 ? [minutes / 60, 'hour'] : [minutes, 'minute']
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
}
