import type { Freshness } from '@kunak/contracts/directory'

export const freshDays = 90
export const dueDays = 180
export const staleDays = 365
const dayMs = 86_400_000

/**
 * How far a profile can be relied on, by whole UTC days since somebody of the organisation assured it: fresh to day 90, due to 180,
 * then stale (leaves public lists), hidden after day 365. Days, not hours, so that an answer stays the same all day.
 */
export function freshnessOf(assuredAt: string, now: Date): Freshness {
  const days = Math.floor(now.getTime() / dayMs) - Math.floor(Date.parse(assuredAt) / dayMs)
  if (days <= freshDays) return 'fresh'
  if (days <= dueDays) return 'due'
  return days <= staleDays ? 'stale' : 'hidden'
}
