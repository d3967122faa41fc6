import { daysUntilVouching, type StandingNote, type Vouch } from '@kunak/contracts/directory'

const dayMs = 86_400_000

/** Whether a vouch is neither revoked nor over. */
export function isLive({ revokedAt, until }: Pick<Vouch, 'revokedAt' | 'until'>, now: Date): boolean {
  return revokedAt === null && until > now.toISOString()
}

/** From when an organisation's word counts: at once for a founding one, 60 days after it was vetted for others; null while it is not vetted. */
export function countsFrom(
  organisation: Pick<StandingNote, 'isFounding' | 'vettedAt'> & { readonly standing: string },
): Date | null {
  if (organisation.standing !== 'vetted') return null
  const vettedAt = Date.parse(organisation.vettedAt ?? '')
  if (organisation.isFounding) return new Date(Number.isNaN(vettedAt) ? 0 : vettedAt)
  return Number.isNaN(vettedAt) ? null : new Date(vettedAt + daysUntilVouching * dayMs)
}

/** Whether an organisation's word counts today. */
export function mayVouch(organisation: Parameters<typeof countsFrom>[0], now: Date): boolean {
  const from = countsFrom(organisation)
  return from !== null && from <= now
}
