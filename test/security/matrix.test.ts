import { anApi, anOrganisation, aProfile, everyGroup, fixedClock, storyTime, type TestApi } from '@kunak/testing'
import { type Endpoint, endpoints } from '@kunak/api/reference'
import type { Organisation } from '@kunak/contracts/directory'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestFor } from './request-for.ts'
import { isAlertKind, putAlertBeside, secondBeside, writerBeside } from './alert-beside.ts'
import { putCheckInBeside } from './check-in-beside.ts'
import { putCircleBeside } from './circle-beside.ts'
import { matrix, matrixTargets, type Target } from './matrix.ts'
import { identityOf, type Reader, readers } from './readers.ts'

const keyOf = ({ method, path }: Endpoint) => `${method} ${path}`

const now = fixedClock(storyTime)
let house: TestApi
beforeAll(async () => void (house = await anApi({ now })))
afterAll(() => house[Symbol.asyncDispose]())

const asPromised = new Map<string, number>()
afterAll(() => {
  const counts = [...asPromised].sort().map(([status, count]) => `${count} × ${status}`)
  process.stdout.write(
    `Authorisation matrix: ${endpoints.length} routes, ${readers.length} readers, as promised: ${counts.join(', ')}.\n`,
  )
})

/** A fresh organisation of each kind, so that no question changes what the next one finds. */
function organisationOf(target: Target): Organisation {
  const audiences = everyGroup(target === 'for the network' ? 'network' : 'public')
  const standing = target === 'frozen' ? 'frozen' : target === 'applicant' ? 'applicant' : 'vetted'
  return anOrganisation({ standing, profile: aProfile({ audiences }) })
}

describe('the authorisation matrix', () => {
  it('has a row for every route, and a route for every row', () => {
    const routes = house.api.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1'))
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replace('/api/v1', '').replace(/:(\w+)/g, '{$1}')}`)
    const described = endpoints.map(keyOf)
    expect([...new Set(routes)].sort()).toEqual([...described].sort())
    expect(Object.keys(matrix).sort()).toEqual([...described].sort())
  })

  for (const endpoint of endpoints) {
    for (const target of matrixTargets(keyOf(endpoint))) {
      it.for(readers.map((reader, index) => [reader, index] as const))(
        `${keyOf(endpoint)}, ${target}: %s`,
        async ([reader, index]) => {
          const expected = matrix[keyOf(endpoint)]?.[target]?.split(' ')[index]
          const response = await askAs(reader, endpoint, target)
          expect(`${response.status}`, await response.clone().text()).toBe(expected)
          asPromised.set(`${response.status}`, (asPromised.get(`${response.status}`) ?? 0) + 1)
          if (response.status >= 400) expect(response.headers.get('content-type')).toContain('application/problem+json')
        },
      )
    }
  }
})

async function askAs(reader: Reader, endpoint: Endpoint, target: Target): Promise<Response> {
  // As if each came in a minute of her own, so that the many nobodies are not taken for one who asks too much.
  now.moveTo(new Date(now().getTime() + 60_000).toISOString())
  const own = organisationOf(target)
  const others = {
    other: anOrganisation({ id: secondBeside(own.id) }),
    applicant: anOrganisation({ standing: 'applicant' }),
    frozen: anOrganisation({ standing: 'frozen' }),
  }
  const isAsked = target === 'invited to a circle'
  const placed = isAsked || target === 'in a circle' ? await putCircleBeside(house, own, { isAsked }) : own
  const ids = { own: own.id, other: others.other.id, applicant: others.applicant.id, frozen: others.frozen.id }
  const who = identityOf(reader, ids)
  // Of the others only the one that is asked to confirm, and hers.
  const hers = who?.memberships.map(({ organisationId }) => organisationId) ?? []
  const beside = Object.values(others).filter(({ id }) => id === others.other.id || hers.includes(id))
  await house.put(placed, ...beside)
  if (isAlertKind(target)) await putAlertBeside(house, own, target)
  if (target === 'check-in of hers') await putCheckInBeside(house, own.id)
  // The steward has written the alert, the member is her colleague.
  const writes = (isAlertKind(target) || target === 'check-in of hers') && reader === 'a steward'
  return requestFor(house, who && writes ? { ...who, personId: writerBeside(own.id) } : who, endpoint, own)
}
