import type { OrganisationId } from '@kunak/contracts'
import type { Organisation, OrganisationAct, VouchView } from '@kunak/contracts/directory'
import { loadOrganisation } from '@kunak/data/directory'
import {
  anApi,
  anOrganisation,
  aPerson,
  aPersonId,
  type FixedClock,
  fixedClock,
  type Someone,
  storyTime,
  type TestApi,
} from '@kunak/testing'

/** A small network that has just been founded: two founding organisations in two republics, each with a coordinator. */
export interface SmallNetwork extends AsyncDisposable {
  readonly house: TestApi
  readonly clock: FixedClock
  readonly founding: readonly [Place, Place]
  readonly coordinators: readonly [Someone, Someone]
  /** Puts an organisation there, with two stewards. */
  readonly add: (said?: Parameters<typeof anOrganisation>[0], people?: { readonly stewards: 1 | 2 }) => Promise<Place>
  readonly ask: (who: Someone | null, method: string, path: string, json?: unknown) => Promise<Answer>
  readonly vouch: (from: Place, to: Place) => Promise<Answer>
  /** One coordinator proposes, the other confirms; answers what the confirmation did, or why nothing was proposed. */
  readonly decide: (act: OrganisationAct, about: Place) => Promise<Answer>
  readonly stored: (place: Place) => Promise<Organisation>
}

export interface Place {
  readonly id: OrganisationId
  readonly stewards: readonly [Someone, Someone]
}

export interface Answer {
  readonly status: number
  readonly body: {
    readonly code?: string
    readonly id?: string
    readonly errors?: { readonly field: string; readonly code: string }[]
    readonly given?: VouchView[]
    readonly received?: VouchView[]
    readonly [name: string]: unknown
  }
}

export const how = 'Мы вместе вели приём в сёлах с весны.'

/** Opens a small network whose clock stands at the story's time. */
export async function aSmallNetwork(): Promise<SmallNetwork> {
  const clock = fixedClock(storyTime)
  const house = await anApi({ now: clock })
  const longAgo = '2026-01-10T09:00:00.000Z'
  const work = (republic: 'RU-DA' | 'RU-CE') => ({ profile: { worksIn: [{ republic, district: '' }] } })
  const ask: SmallNetwork['ask'] = async (who, method, path, json) => {
    const request = { stepUp: path.startsWith('/proposals'), ...(json !== undefined && { json }) }
    const response = await house.ask(who, method, `/api/v1${path}`, request)
    return { status: response.status, body: (await response.json()) as Answer['body'] }
  }
  const add: SmallNetwork['add'] = async (said = {}, people = { stewards: 2 }) => {
    const organisation = anOrganisation(said)
    await house.put(organisation)
    const steward = (): Someone => ({
      personId: aPersonId(),
      memberships: [{ organisationId: organisation.id, role: 'steward' }],
      isCoordinator: false,
    })
    const stewards = [steward(), steward()] as const
    // Signing in is what gives them accounts.
    for (const one of stewards.slice(0, people.stewards)) await ask(one, 'GET', '/me')
    return { id: organisation.id, stewards }
  }
  const founded = { vettedAt: longAgo, isFounding: true }
  const founding = [await add({ ...founded, ...work('RU-DA') }), await add({ ...founded, ...work('RU-CE') })] as const
  const coordinatorOf = ({ id }: Place): Someone => ({
    ...aPerson({ isCoordinator: true }),
    memberships: [{ organisationId: id, role: 'member' }],
  })
  const coordinators = [coordinatorOf(founding[0]), coordinatorOf(founding[1])] as const
  for (const one of coordinators) await ask(one, 'GET', '/me')
  return {
    house,
    clock,
    founding,
    coordinators,
    add,
    ask,
    vouch: (from, to) => ask(from.stewards[0], 'POST', `/organisations/${from.id}/vouches`, { to: to.id, how }),
    decide: async (act, about) => {
      const proposed = await ask(coordinators[0], 'POST', '/proposals', { act, organisationId: about.id })
      if (proposed.status !== 201) return proposed
      return ask(coordinators[1], 'POST', `/proposals/${proposed.body.id}/confirmation`)
    },
    stored: async ({ id }) => {
      const organisation = await loadOrganisation(house.database, id)
      if (!organisation) throw new Error('The organisation is not there.')
      return organisation
    },
    [Symbol.asyncDispose]: () => house[Symbol.asyncDispose](),
  }
}
