import type { PublicAlert } from '@kunak/contracts/alerts'
import type { UiLocale } from '@kunak/vocabulary'

/** What feeds say in words of their own, by language. */
export const feedWords = {
  ru: {
    site: 'Кунак',
    alerts: 'Кунак: тревоги',
    dates: 'Кунак: даты судов',
    court: 'Суд',
    exercise: 'Учение',
    isExercise: 'Это учение: ничего не случилось, и делать ничего не нужно.',
    isUnverified: 'Это сообщает одна организация; другая ещё не подтвердила.',
    unverified: 'Не подтверждено',
    resolved: 'Завершено',
    cancelled: 'Ложная тревога',
    expired: 'Срок истёк',
    outcome: 'Чем закончилось',
    concerns: 'О ком',
  },
  en: {
    site: 'Kunak',
    alerts: 'Kunak: solidarity alerts',
    dates: 'Kunak: court dates',
    court: 'Court',
    exercise: 'Exercise',
    isExercise: 'This is an exercise: nothing has happened, and nothing needs to be done.',
    isUnverified: 'One organisation says so; no other has confirmed it yet.',
    unverified: 'Unverified',
    resolved: 'Closed',
    cancelled: 'False alarm',
    expired: 'Expired',
    outcome: 'Outcome',
    concerns: 'About',
  },
} as const satisfies Record<UiLocale, Readonly<Record<string, string>>>

/** What stands before a headline: that it is practised, not confirmed, or over. */
export function labelsOf(
  { isExercise, isVerified, state }: Pick<PublicAlert, 'isExercise' | 'isVerified' | 'state'>,
  locale: UiLocale,
) {
  const words = feedWords[locale]
  return [
    ...(isExercise ? [words.exercise] : []),
    ...(state === 'active' ? (isVerified ? [] : [words.unverified]) : [words[state]]),
  ]
}

/** The language of the interface whose words go with a text: the text's own, or Russian, which readers of the others know best. */
export const wordsFor = (language: string): UiLocale => (language === 'en' ? 'en' : 'ru')

const regionOffsetHours = 3

/** A moment as CAP writes it: with an offset and no fractions, in the time of the region (https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html, §3.3.2). */
export function capTime(moment: string): string {
  const local = new Date(Date.parse(moment) + regionOffsetHours * 3_600_000)
  return `${local.toISOString().slice(0, 19)}+0${regionOffsetHours}:00`
}

/** The moment of an update within a text, by the time of the region. */
export const momentInFeed = (moment: string): string => capTime(moment).replace(/^(.{10})T(.{5}):..(.+)$/, '$1 $2 ($3)')
