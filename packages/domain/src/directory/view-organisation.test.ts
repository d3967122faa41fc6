import { audiences } from '@kunak/contracts'
import { type FieldGroup, fieldGroups, OrganisationView } from '@kunak/contracts/directory'
import { aCoordinator, aMember, anonymous, anOrganisation, aProfile, everyGroup, organisations, storyTime } from '@kunak/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isListedFor, viewOrganisation } from './view-organisation.ts'

const now = new Date(storyTime)
const filled = aProfile({
  acronym: 'МД',
  address: 'ул. Выдуманная, 1',
  safeContact: { ru: 'Пишите, не звоните.' },
  legalFlags: [{ flag: 'foreign_agent', since: null, recordedBy: 'self' }],
  identifiers: [{ scheme: 'other', value: 'A1' }],
})
/** A field of the view that only its group can bring. */
const telltale: Readonly<Record<FieldGroup, keyof OrganisationView>> = {
  names: 'names',
  description: 'description',
  registration: 'legalForm',
  address: 'address',
  work: 'worksIn',
  expertise: 'expertise',
  website: 'website',
  contact: 'safeContact',
  legalFlags: 'legalFlags',
}

describe('what a reader sees of an organisation', () => {
  it.each(fieldGroups)('shows %s to nobody outside its audience', (group) => {
    for (const audience of audiences) {
      const others = group === 'names' ? everyGroup(audience) : { ...everyGroup('public'), [group]: audience }
      const organisation = anOrganisation({ profile: { ...filled, audiences: others } })
      const sees = (viewer: Parameters<typeof viewOrganisation>[0]) =>
        viewOrganisation(viewer, organisation, now)?.[telltale[group]] !== undefined
      expect({
        public: sees(anonymous),
        network: sees(aMember()),
        coordinators: sees(aCoordinator()),
        own: sees(aMember(organisation.id)),
      }).toEqual({
        public: audience === 'public',
        network: audience === 'public' || audience === 'network',
        coordinators: audience === 'public' || audience === 'network' || audience === 'coordinators',
        own: true,
      })
    }
  })

  it('hides everything from somebody who may not read the names, whatever else is public', () => {
    const organisation = anOrganisation({ profile: { ...filled, audiences: { ...everyGroup('public'), names: 'network' } } })
    expect(viewOrganisation(anonymous, organisation, now)).toBeNull()
  })

  it.each(['frozen', 'left'] as const)(
    'shows nothing of one that is %s, not even to its own people or coordinators',
    (standing) => {
      const organisation = anOrganisation({ standing, profile: { audiences: everyGroup('public') } })
      for (const viewer of [anonymous, aMember(organisation.id), aCoordinator()]) {
        expect(viewOrganisation(viewer, organisation, now)).toBeNull()
      }
    },
  )

  it.each(['applicant', 'lapsed', 'suspended'] as const)(
    'shows one that is %s to its own people and coordinators only',
    (standing) => {
      const organisation = anOrganisation({ standing, profile: { audiences: everyGroup('public') } })
      expect(viewOrganisation(anonymous, organisation, now)).toBeNull()
      expect(viewOrganisation(aMember(), organisation, now)).toBeNull()
      expect(viewOrganisation(aMember(organisation.id), organisation, now)?.standing).toBe(standing)
      expect(viewOrganisation(aCoordinator(), organisation, now)?.standing).toBe(standing)
    },
  )

  it('leaves stale profiles out of public lists, and hidden ones out of the network’s', () => {
    const aged = (days: number) =>
      anOrganisation({
        assuredAt: new Date(now.getTime() - days * 86_400_000).toISOString(),
        profile: { audiences: everyGroup('public') },
      })
    const listed = (days: number) => [anonymous, aMember(), aCoordinator()].map((viewer) => isListedFor(viewer, aged(days), now))
    expect(listed(180)).toEqual([true, true, true])
    expect(listed(181)).toEqual([false, true, true])
    expect(listed(366)).toEqual([false, false, true])
  })

  it('gives the capacity of today once a limit has passed', () => {
    const expertise = [
      {
        area: 'criminal_defence' as const,
        level: 'lead' as const,
        capacity: 'none' as const,
        until: '2026-11-21',
        delivery: 'both' as const,
      },
      {
        area: 'training' as const,
        level: 'lead' as const,
        capacity: 'limited' as const,
        until: '2026-11-22',
        delivery: 'both' as const,
      },
    ]
    const view = viewOrganisation(anonymous, anOrganisation({ profile: { expertise, audiences: everyGroup('public') } }), now)
    expect(view?.expertise?.map(({ capacity, until }) => [capacity, until])).toEqual([
      ['open', null],
      ['limited', '2026-11-22'],
    ])
  })

  it('always fits the contract', () => {
    fc.assert(
      fc.property(organisations, (organisation) => {
        for (const viewer of [anonymous, aMember(), aMember(organisation.id), aCoordinator()]) {
          const view = viewOrganisation(viewer, organisation, now)
          if (view) expect(OrganisationView.parse(view)).toEqual(view)
        }
      }),
    )
  })
})
