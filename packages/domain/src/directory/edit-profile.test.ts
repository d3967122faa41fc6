import {
  aCoordinator,
  aMember,
  anonymous,
  anOrganisation,
  aProfile,
  aSteward,
  everyGroup,
  profiles,
  storyTime,
} from '@kunak/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkProfile } from './check-profile.ts'
import { editProfile } from './edit-profile.ts'

const now = new Date(storyTime)
const before = anOrganisation({ version: 3, assuredAt: '2026-01-01T00:00:00Z', profile: { audiences: { names: 'public' } } })
const profile = before.profile

describe('editing a profile', () => {
  it('saves the next version and counts as saying that all of it is right', () => {
    const edited = { ...profile, acronym: 'НОВ' }
    const result = editProfile(aMember(before.id), before, { version: 3, profile: edited, now })
    expect(result).toEqual({ ok: true, value: { ...before, version: 4, profile: edited, assuredAt: now.toISOString() } })
  })

  it('says nothing of the rest where only a part of it was before her', () => {
    const edited = { ...profile, acronym: 'НОВ' }
    const result = editProfile(aMember(before.id), before, { version: 3, profile: edited, assures: false, now })
    expect(result).toEqual({ ok: true, value: { ...before, version: 4, profile: edited } })
  })

  it.each([
    ['the public', anonymous, 'not_signed_in'],
    ['somebody of another organisation', aMember(), 'not_yours'],
    ['a coordinator', aCoordinator(), 'not_yours'],
  ] as const)('is not for %s', (_, viewer, code) => {
    expect(editProfile(viewer, before, { version: 3, profile, now })).toEqual({ ok: false, refusal: { code } })
  })

  it('does not tell a stranger that a hidden organisation is there', () => {
    const hidden = anOrganisation({ profile: { audiences: everyGroup('organisation') } })
    const result = editProfile(aMember(), hidden, { version: 1, profile: hidden.profile, now })
    expect(result).toEqual({ ok: false, refusal: { code: 'not_found' } })
  })

  it('refuses a version that somebody else has already replaced', () => {
    const result = editProfile(aSteward(before.id), before, { version: 2, profile, now })
    expect(result).toEqual({ ok: false, refusal: { code: 'changed_meanwhile' } })
  })

  it('lets a member narrow an audience, and only a steward widen one', () => {
    const widened = aProfile({ ...profile, audiences: { ...profile.audiences, expertise: 'public', names: 'network' } })
    const fields = [{ field: '/audiences/expertise', code: 'only_steward_widens' }]
    expect(editProfile(aMember(before.id), before, { version: 3, profile: widened, now })).toEqual({
      ok: false,
      refusal: { code: 'invalid', fields },
    })
    expect(editProfile(aSteward(before.id), before, { version: 3, profile: widened, now }).ok).toBe(true)
  })

  it('counts a contact that a member shows to more people as widening', () => {
    const contacts = [{ ...profile.contacts[0]!, audience: 'public' as const }]
    const result = editProfile(aMember(before.id), before, { version: 3, profile: { ...profile, contacts }, now })
    expect(result).toMatchObject({ refusal: { fields: [{ field: '/contacts/0/audience', code: 'only_steward_widens' }] } })
  })

  it('leaves alone what a coordinator has recorded', () => {
    const flag = { flag: 'foreign_agent' as const, since: '2025-02-01', recordedBy: 'coordinator' as const }
    const marked = anOrganisation({ profile: { legalFlags: [flag] } })
    const edit = (legalFlags: typeof profile.legalFlags) =>
      editProfile(aSteward(marked.id), marked, { version: 1, profile: { ...marked.profile, legalFlags }, now })
    const refused = {
      ok: false,
      refusal: { code: 'invalid', fields: [{ field: '/legalFlags', code: 'only_coordinator_records' }] },
    }
    expect(edit([])).toEqual(refused)
    expect(edit([{ ...flag, recordedBy: 'self' }])).toEqual(refused)
    expect(edit([flag, { flag: 'undesirable', since: null, recordedBy: 'self' }]).ok).toBe(true)
  })

  it('names each field that breaks a rule', () => {
    const twice = {
      area: 'training' as const,
      level: 'lead' as const,
      capacity: 'open' as const,
      until: null,
      delivery: 'both' as const,
    }
    const broken = aProfile({
      ...profile,
      foundedYear: 2027,
      expertise: [twice, { ...twice, level: 'learning' }],
      contacts: [{ channel: 'email', value: 'not an address', audience: 'network' }],
      legalFlags: [{ flag: 'undesirable', since: '2026-11-23', recordedBy: 'self' }],
    })
    expect(checkProfile(broken, now).map(({ field, code }) => `${field} ${code}`)).toEqual([
      '/foundedYear in_the_future',
      '/expertise/1/area said_twice',
      '/legalFlags/0/since in_the_future',
      '/contacts/0/value not_a_contact',
    ])
  })

  it('never saves anything from somebody who is not of the organisation', () => {
    fc.assert(
      fc.property(profiles, (any) => {
        for (const viewer of [anonymous, aMember(), aCoordinator()]) {
          expect(editProfile(viewer, before, { version: 3, profile: any, now }).ok).toBe(false)
        }
      }),
    )
  })
})
