import type { UiLocale } from '@kunak/vocabulary'

const formats = {
  ru: new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
}

/** A day (`YYYY-MM-DD`) or the day of a moment, in words. */
export function formatDay(day: string, locale: UiLocale): string {
  // The abbreviated word for "year" that Russian dates end with only takes room.
  return formats[locale].format(new Date(day)).replace(/ г\.$/, '')
}
