import { OrganisationId, PersonId } from '@kunak/contracts'
import type { Identity } from '@kunak/contracts/identity'
import { describe, expect, it } from 'vitest'
import {
  developmentIdentity,
  developmentIdentityCookie,
  developmentIdentityHeader,
  encodeDevelopmentIdentity,
} from './development-identity.ts'

const madina: Identity = {
  personId: PersonId.parse('01K0000000000000000000MAD1'),
  memberships: [{ organisationId: OrganisationId.parse('01K0000000000000000000RG01'), role: 'steward' }],
  isCoordinator: false,
}
const request = (headers: Record<string, string>) => new Request('http://localhost/', { headers })

describe('development identity', () => {
  it('is read from the header, or from the cookie among others', async () => {
    const said = encodeDevelopmentIdentity(madina)
    expect(await developmentIdentity(request({ [developmentIdentityHeader]: said }))).toEqual(madina)
    expect(await developmentIdentity(request({ cookie: `a=b; ${developmentIdentityCookie}=${said}; c=d` }))).toEqual(madina)
  })

  it('is nobody where nothing readable is said', async () => {
    expect(await developmentIdentity(request({}))).toBeNull()
    for (const said of ['', '%', 'null', '{}', encodeURIComponent('{"personId":"1","memberships":[],"isCoordinator":true}')])
      expect(await developmentIdentity(request({ [developmentIdentityHeader]: said }))).toBeNull()
  })
})
