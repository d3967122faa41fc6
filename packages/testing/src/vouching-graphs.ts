import { OrganisationId } from '@kunak/contracts'
import type { StandingNote, Vouch } from '@kunak/contracts/directory'
import { storyTime } from './ids.ts'

const day = 86_400_000
const daysAgo = (days: number) => new Date(Date.parse(storyTime) - days * day).toISOString()

/** The id of a graph's organisation by its number. */
export const numberedId = (number: number): OrganisationId => OrganisationId.parse(String(number).padStart(26, '0'))

/** An organisation of a vouching graph: vetted for a year, in Dagestan where its number is even and in Chechnya where it is odd. */
export function aStandingNote(number: number, said: Partial<StandingNote> = {}): StandingNote {
  return {
    id: numberedId(number),
    standing: 'vetted',
    isFrozen: false,
    vettedAt: daysAgo(365),
    isFounding: false,
    standsOnVouches: true,
    republics: [number % 2 === 0 ? 'RU-DA' : 'RU-CE'],
    assuredAt: daysAgo(1),
    createdAt: daysAgo(400),
    ...said,
  }
}

/** A vouch between two numbers, given a hundred days ago. */
export function aVouch(from: number, to: number, said: Partial<Vouch> = {}): Vouch {
  const until = new Date(Date.parse(storyTime) + 600 * day).toISOString()
  return { from: numberedId(from), to: numberedId(to), at: daysAgo(100), until, revokedAt: null, ...said }
}
