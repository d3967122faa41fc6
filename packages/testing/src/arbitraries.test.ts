import { Organisation, Profile } from '@kunak/contracts/directory'
import { assert, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aProfile } from './a-profile.ts'
import { anOrganisation } from './an-organisation.ts'
import { organisations, profiles } from './arbitraries.ts'

describe('invented organisations', () => {
  it('are kept by the contract exactly as they are', () => {
    assert(
      property(profiles, (profile) => {
        expect(Profile.parse(profile)).toEqual(profile)
      }),
    )
    assert(
      property(organisations, (organisation) => {
        expect(Organisation.parse(organisation)).toEqual(organisation)
      }),
    )
  })

  it('keep the network as audience of every group that a test does not name', () => {
    const { audiences } = aProfile({ audiences: { names: 'public' } })
    expect(audiences).toMatchObject({ names: 'public', description: 'network', legalFlags: 'network' })
  })

  it('never share an id', () => {
    expect(anOrganisation().id).not.toBe(anOrganisation().id)
  })
})
