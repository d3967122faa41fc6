import type { UiLocale } from '@kunak/vocabulary'

// By the server's clock and in Moscow's time, in which all eight republics live.
const format = (locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Moscow' })
const formats = { ru: format('ru'), en: format('en-GB') }

/** A moment in words, in Moscow time. */
export function formatMoment(moment: string, locale: UiLocale): string {
  return `${formats[locale].format(new Date(moment)).replace(' г.,', ',')} ${{ ru: 'МСК', en: 'MSK' }[locale]}`
}
