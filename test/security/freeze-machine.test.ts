import { endpoints } from '@kunak/api/reference'
import { freezeWrites, loadOrganisation, saveOrganisation } from '@kunak/data/directory'
import { unfreezeOrganisation } from '@kunak/domain/directory'
import { signInAs } from '@kunak/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { begin, circle, type Known, profileOf, type Story } from './freeze-story.ts'

/** What may happen to one of the organisations, by its place among them. */
const acts = ['freeze', 'unfreeze', 'edit', 'assure', 'leave the circle', 'mean the circle', 'be taken out'] as const
type Act = (typeof acts)[number]
const steps = fc.array(
  fc.record({ act: fc.oneof({ weight: 2, arbitrary: fc.constant<Act>('freeze') }, fc.constantFrom(...acts)), which: fc.nat(2) }),
  { minLength: 8, maxLength: 16 },
)

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

/** Reads everything that there is to read, as everybody, and finds nothing of what is hidden, now or since before. */
async function expectNowhere(
  story: Story,
  { now, hidden }: { readonly now: Known; readonly hidden: readonly Known[] },
): Promise<void> {
  const paths = endpoints
    .filter(({ method, path }) => method === 'get' && !path.includes('{token}'))
    .map(({ path }) => path.replace('{id}', now.id).replace('{circle}', circle))
  const searches = hidden.map(({ word }) => `/organisations?q=${encodeURIComponent(word)}`)
  for (const [reader, who] of Object.entries(story.readers())) {
    for (const path of [...paths, ...searches]) {
      const response = await story.house.ask(who, 'GET', `/api/v1${path}`)
      const body = await response.text()
      for (const { id, word } of hidden) {
        expect(body.includes(word), `${word} in ${path} for ${reader}`).toBe(false)
        expect(body.includes(id), `${id} in ${path} for ${reader}`).toBe(false)
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
            await expectNowhere(story, { now: one, hidden })
          }
          await expectThere(story)
        }
      }),
      { numRuns: 3, seed: 20261122 },
    )
    expect(frozen).toBeGreaterThan(4)
  })
})
