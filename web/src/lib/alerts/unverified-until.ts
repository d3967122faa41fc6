import { type AlertView, unverifiedHours } from '@kunak/contracts/alerts'

/** Until when an alert may be out on the word of one organisation, or null where it needs no other or has got it. */
export function unverifiedUntilOf(alert: AlertView): string | null {
  if (alert.state !== 'active' || alert.isVerified) return null
  if (alert.part === 'whole') return alert.unverifiedUntil
  return new Date(Date.parse(alert.activeAt) + unverifiedHours * 3_600_000).toISOString()
}
