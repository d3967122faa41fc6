import { endpoints } from '@kunak/api/reference'
import type { Organisation } from '@kunak/contracts/directory'
import { freezeWrites, loadOrganisation, saveOrganisation } from '@kunak/data/directory'
import { freezeCodeOf, unfreezeOrganisation } from '@kunak/domain/directory'
import {
  aCircle,
  anApi,
  anOrganisation,
  aPerson,
  aPersonOf,
  circleIds,
  everyGroup,
  fixedClock,
  type FixedClock,
  putCircle,
  signInAs,
  type Someone,
  type TestApi,
} from '@kunak/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

/** What may happen to one of the organisations, by its place among them. */
const acts = ['freeze', 'unfreeze', 'edit', 'assure', 'leave the circle', 'mean the circle', 'be taken out'] as const
type Act = (typeof acts)[number]
const steps = fc.array(
  fc.record({ act: fc.oneof({ weight: 2, arbitrary: fc.constant<Act>('freeze') }, fc.constantFrom(...acts)), which: fc.nat(2) }),
  { minLength: 8, maxLength: 16 },
)

/** What the model knows of an organisation: whether it is there, and the word that its name has now and nothing else has. */
interface Known {
  readonly id: Organisation['id']
  readonly steward: Someone
  state: 'there' | 'frozen' | 'gone'
  word: string
  isInCircle: boolean
}

/** A story of three organisations of one circle, told to the API and to a model of it. */
class Story {
  readonly house: TestApi
  readonly clock: FixedClock
  readonly known: readonly Known[]
  readonly outsider = anOrganisation()
  words = 0

  constructor(house: TestApi, clock: FixedClock, known: readonly Known[]) {
    this.house = house
    this.clock = clock
    this.known = known
  }

  /** Everybody who may read, each newly signed in, with the old session of a steward apart. */
  readers(): Record<string, Someone | null> {
    return {
      'the public': null,
      'a person of the network': aPersonOf(this.outsider.id, 'member'),
      'a coordinator': aPerson({ isCoordinator: true }),
      ...Object.fromEntries(this.known.map(({ steward }, index) => [`the steward of ${index}`, steward])),
    }
  }

  newWord(): string {
    this.words += 1
    return `слово${['яблоко', 'груша', 'слива', 'вишня', 'айва', 'орех', 'тутовник', 'инжир'][this.words % 8]}${this.words}`
  }
}

const [circle] = circleIds
const profileOf = (word: string) => ({
  names: { ru: word },
  description: { ru: word },
  website: '',
  audiences: everyGroup('public'),
})

async function begin(): Promise<Story> {
  const clock = fixedClock('2026-11-22T09:00:00Z')
  const house = await anApi({ now: clock })
  const organisations = ['первая', 'вторая', 'третья'].map((word) =>
    anOrganisation({ circles: [circle], audienceCircle: circle, profile: profileOf(word) }),
  )
  const known = organisations.map(({ id, profile }): Known => ({
    id,
    steward: aPersonOf(id),
    state: 'there',
    word: profile.names['ru'] ?? '',
    isInCircle: true,
  }))
  const story = new Story(house, clock, known)
  await house.put(story.outsider, ...organisations)
  await putCircle(house.database, clock(), aCircle({ id: circle, members: organisations }))
  return story
}

/** Does one thing, and says what must have become of it by the model. */
async function act(story: Story, what: Act, one: Known): Promise<void> {
  const { house, clock } = story
  const path = `/api/v1/organisations/${one.id}`
  const ask = async (method: string, below: string, json?: unknown, headers = {}) =>
    (await house.ask(one.steward, method, `${path}${below}`, { ...(json !== undefined && { json }), headers, stepUp: true }))
      .status
  const isThere = one.state === 'there'
  const stored = await loadOrganisation(house.database, one.id)
  if (!stored) throw new Error('An organisation of the story is not stored.')
  switch (what) {
    case 'freeze':
      expect(await ask('POST', '/freeze')).toBe(isThere ? 200 : 404)
      if (isThere) one.state = 'frozen'
      return
    case 'unfreeze': {
      const decided = unfreezeOrganisation(stored)
      expect(decided.ok).toBe(one.state === 'frozen')
      if (!decided.ok) return
      const also = freezeWrites(house.database, { before: stored, after: decided.value, key: house.dependencies.keys.doNotList })
      const event = { type: 'organisation_unfrozen', actor: null, data: {} }
      const saved = await saveOrganisation(house.database, clock(), { before: stored, after: decided.value, event, also })
      expect(saved.ok).toBe(true)
      one.state = 'there'
      return
    }
    case 'edit': {
      const word = story.newWord()
      const version = { 'if-match': `"${stored.version}"` }
      expect(await ask('PUT', '', { ...stored.profile, ...profileOf(word) }, version)).toBe(isThere ? 200 : 404)
      if (isThere) one.word = word
      return
    }
    case 'assure':
      expect(await ask('POST', '/assurance')).toBe(isThere ? 200 : 404)
      return
    case 'leave the circle':
      expect(await ask('DELETE', `/circles/${circle}`)).toBe(isThere && one.isInCircle ? 200 : 404)
      if (isThere) one.isInCircle = false
      return
    case 'mean the circle':
      expect(await ask('PUT', '/audience-circle', { circleId: circle })).toBe(isThere ? (one.isInCircle ? 200 : 422) : 404)
      return
    case 'be taken out':
      expect(await ask('POST', '/removal', { doNotList: false })).toBe(isThere ? 200 : 404)
      if (isThere) one.state = 'gone'
  }
}

// The audit log names by id, to coordinators, what was done; the desk names what is frozen by its code. Neither says a name.
const namesIds = ['/audit', '/desk', '/proposals', '/vouches']

/** Reads everything that there is to read, as everybody, and finds nothing of what is hidden. */
async function expectNowhere(story: Story, hidden: readonly Known[]): Promise<void> {
  const paths = endpoints
    .filter(({ method, path }) => method === 'get' && !path.includes('{token}'))
    .flatMap(({ path }) =>
      path.includes('{id}')
        ? hidden.map(({ id }) => path.replace('{id}', id).replace('{circle}', circle))
        : [path.replace('{circle}', circle)],
    )
  const searches = hidden.map(({ word }) => `/organisations?q=${encodeURIComponent(word)}`)
  for (const [reader, who] of Object.entries(story.readers())) {
    for (const path of [...paths, ...searches]) {
      const response = await story.house.ask(who, 'GET', `/api/v1${path}`)
      const body = await response.text()
      for (const { id, word } of hidden) {
        expect(body.includes(word), `${word} in ${path} for ${reader}`).toBe(false)
        const mayName = namesIds.some((one) => path.includes(one))
        if (!mayName) expect(body.includes(id), `${id} in ${path} for ${reader}`).toBe(false)
        if (path === `/organisations/${id}`) expect(response.status).toBe(404)
      }
      if (path.startsWith('/organisations?')) expect(JSON.parse(body)).toMatchObject({ total: 0, organisations: [] })
    }
  }
}

/** Whoever is there is found by her word, by everybody; that is how the hiding is known to be no accident. */
async function expectThere({ house, known }: Story): Promise<void> {
  for (const { word, state, id } of known) {
    const response = await house.ask(null, 'GET', `/api/v1/organisations?q=${encodeURIComponent(word)}`)
    const { organisations } = (await response.json()) as { organisations: { organisation: { id: string } }[] }
    const isFound = organisations.some(({ organisation }) => organisation.id === id)
    expect(isFound, `${word} is ${state}`).toBe(state === 'there')
  }
}

describe('a frozen organisation, whatever happens', () => {
  it('is nowhere at the first read after the answer, and back where it was when that is over', { timeout: 180_000 }, async () => {
    let frozen = 0
    await fc.assert(
      fc.asyncProperty(steps, async (told) => {
        const story = await begin()
        await using _ = story.house
        for (const { act: what, which } of told) {
          const one = story.known[which]
          if (!one) throw new Error('There are three of them.')
          story.clock.moveTo(new Date(story.clock().getTime() + 1000).toISOString())
          const session = await signInAs(story.house.dependencies, story.clock(), one.steward)
          const before = one.state
          await act(story, what, one)
          const hidden = story.known.filter(({ state }) => state !== 'there')
          if (what === 'freeze' && before === 'there') {
            frozen += 1
            const me = await story.house.api.request('/api/v1/me', { headers: { cookie: session } })
            expect(await me.json()).toMatchObject({ isSignedIn: false })
            await expectNowhere(story, hidden)
          }
          await expectThere(story)
        }
      }),
      { numRuns: 3, seed: 20261122 },
    )
    expect(frozen).toBeGreaterThan(4)
  })
})

describe('the stewards of a frozen organisation', () => {
  it('who sign in again see its code and nothing else of it; everybody else sees not even that', async () => {
    const story = await begin()
    await using house = story.house
    const [one] = story.known
    if (!one) throw new Error('There are three of them.')
    const colleague = aPersonOf(one.id, 'member')
    expect((await house.ask(colleague, 'GET', `/api/v1/organisations/${one.id}`)).status).toBe(200)
    await house.ask(one.steward, 'POST', `/api/v1/organisations/${one.id}/freeze`)
    story.clock.moveTo('2026-11-22T09:05:00Z')
    const seen = async (who: Someone) =>
      ((await (await house.ask(who, 'GET', '/api/v1/frozen')).json()) as { frozen: unknown }).frozen
    expect(await seen(one.steward)).toEqual([{ code: freezeCodeOf(one.id), frozenAt: '2026-11-22T09:00:00.000Z' }])
    for (const who of [colleague, aPersonOf(story.outsider.id), aPerson({ isCoordinator: true })])
      expect(await seen(who)).toEqual([])
  })

  it('leave nothing that a cache keeps for longer than half a minute, and nothing at all of what belongs to somebody', async () => {
    const story = await begin()
    await using house = story.house
    const [one] = story.known
    if (!one) throw new Error('There are three of them.')
    const page = `/api/v1/organisations/${one.id}`
    const kept = async (who: Someone | null) => (await house.ask(who, 'GET', page)).headers.get('cache-control')
    expect([await kept(null), await kept(one.steward)]).toEqual(['public, max-age=30', 'no-store'])
    expect((await house.ask(one.steward, 'POST', `${page}/freeze`)).headers.get('cache-control')).toBe('no-store')
    expect([await kept(null), await kept(one.steward)]).toEqual(['no-store', 'no-store'])
  })

  it('cannot have it listed again under its name meanwhile, nor can anybody else', async () => {
    const story = await begin()
    await using house = story.house
    const [one] = story.known
    if (!one) throw new Error('There are three of them.')
    const profile = anOrganisation({ profile: profileOf('Очень Тихая Организация') }).profile
    const stored = anOrganisation({ profile })
    await house.put(stored)
    const steward = aPersonOf(stored.id)
    expect((await house.ask(steward, 'POST', `/api/v1/organisations/${stored.id}/freeze`)).status).toBe(200)
    const list = () =>
      house.ask(aPerson({ isCoordinator: true }), 'POST', '/api/v1/organisations', { json: { standing: 'applicant', profile } })
    expect(await (await list()).json()).toMatchObject({ code: 'on_do_not_list' })
    const register = await house.ask(aPerson({ isCoordinator: true }), 'GET', '/api/v1/do-not-list')
    expect(await register.json()).toMatchObject({ entries: [] })
  })
})
