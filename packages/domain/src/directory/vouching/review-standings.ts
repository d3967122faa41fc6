import type { OrganisationId } from '@kunak/contracts'
import type { Organisation, StandingNote } from '@kunak/contracts/directory'
import { supportedOrganisations, type VouchingGraph } from './supported-organisations.ts'

/** What the graph needs to know of an organisation; kept beside it, so that the graph is read without reading every profile. */
export function standingNoteOf(organisation: Organisation): StandingNote {
  const { id, standing, frozen, vettedAt, isFounding, standsOnVouches, profile, assuredAt, createdAt } = organisation
  return {
    id,
    standing: standing === 'frozen' ? (frozen?.before ?? 'suspended') : standing,
    isFrozen: standing === 'frozen',
    vettedAt,
    isFounding,
    standsOnVouches,
    republics: [...new Set(profile.worksIn.map(({ republic }) => republic))].sort(),
    assuredAt,
    createdAt,
  }
}

/** Whether a change of one organisation may take support from others, or from itself. */
export function mayTakeSupport(before: StandingNote, after: StandingNote): boolean {
  const isGone = (republic: StandingNote['republics'][number]) => !after.republics.includes(republic)
  return (
    before.standing !== after.standing ||
    before.isFounding !== after.isFounding ||
    before.standsOnVouches !== after.standsOnVouches ||
    before.vettedAt !== after.vettedAt ||
    before.republics.some(isGone)
  )
}

export interface Loss {
  readonly id: OrganisationId
  /** Under review again where somebody took support back; lapsed where it ended by time alone. */
  readonly to: 'applicant' | 'lapsed'
}

/** The vetted organisations that stand on vouches and are no longer carried by them. */
export function standingsLost(graph: VouchingGraph, now: Date): Loss[] {
  const today = supportedOrganisations(graph, now)
  const fallen = graph.organisations.filter(
    ({ id, standing, standsOnVouches }) => standing === 'vetted' && standsOnVouches && !today.of(id).isSupported,
  )
  if (fallen.length === 0) return []
  const withoutTime = supportedOrganisations(graph, now, { isOverCounted: true })
  return fallen.map(({ id }) => ({ id, to: withoutTime.of(id).isSupported ? 'lapsed' : 'applicant' }))
}

/** An organisation that is no longer carried: back among those who wait. What a freeze will give back changes with it. */
export function loseSupport(before: Organisation, to: Loss['to']): Organisation {
  const version = before.version + 1
  if (before.standing === 'frozen' && before.frozen) return { ...before, version, frozen: { ...before.frozen, before: to } }
  return { ...before, version, standing: to }
}
