import { bestText } from '@kunak/contracts'
import type { PublicAlert } from '@kunak/contracts/alerts'
import type { UiLocale } from '@kunak/vocabulary'
import { feedWords, labelsOf } from './feed-words.ts'
import { changedAt, tag } from './write-atom.ts'
import type { CalendarDate } from './write-calendar.ts'

const keptDays = 30

/** Whether a date in court is still of use: to come, or of the last thirty days. */
export function isRecent(courtAt: string | null, now: Date): courtAt is string {
  return courtAt !== null && Date.parse(courtAt) > now.getTime() - keptDays * 86_400_000
}

/** The dates in court that everybody may know. One of an alert that was called off, or that nobody confirmed in time, is called off. */
export function courtDatesOf(
  alerts: readonly PublicAlert[],
  { origin, locale, now }: { readonly origin: string; readonly locale: UiLocale; readonly now: Date },
): CalendarDate[] {
  const words = feedWords[locale]
  return alerts.flatMap((alert) => {
    const { id, courtAt, headline, summary, state, isVerified } = alert
    if (!isRecent(courtAt, now)) return []
    const labels = labelsOf({ ...alert, state: state === 'cancelled' ? state : 'active' }, locale)
    return {
      uid: tag(origin, `alerts/${id}/court`),
      at: courtAt,
      title: [words.court, ...labels, bestText(headline, locale)?.text ?? ''].filter((part) => part !== '').join(': '),
      changedAt: changedAt(alert),
      isOff: state === 'cancelled' || (state === 'expired' && !isVerified),
      text: bestText(summary, locale)?.text ?? '',
      address: `${origin}/${locale}/alerts/${id}`,
    }
  })
}
