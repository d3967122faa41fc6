import type { AlertPage } from '@kunak/contracts/alerts'
import { anAlert, anApi, anOrganisation, aPersonOf, fixedClock, putAlert, storyTime } from '@kunak/testing'
import { describe, expect, it } from 'vitest'

/** Two public alerts of one vetted organisation that are out, over a clock of their own. */
async function twoPublicAlerts() {
  const clock = fixedClock(storyTime)
  const house = await anApi({ now: clock })
  const organisation = anOrganisation()
  await house.put(organisation)
  const content = { isPublic: true, headline: { ru: 'Обыск' }, summary: { ru: 'Идёт обыск.' } }
  for (const alert of [1, 2].map(() => anAlert({ state: 'active', raisedBy: organisation.id, content })))
    await putAlert(house.dependencies, clock(), alert)
  return { clock, house, member: aPersonOf(organisation.id), [Symbol.asyncDispose]: () => house[Symbol.asyncDispose]() }
}

describe('what everybody may know of alerts', () => {
  it('is tagged, so that a page made of it may be sent again within the minute, and no longer, since it says how much time is left', async () => {
    await using story = await twoPublicAlerts()
    const { house, clock } = story
    const first = await house.ask(null, 'GET', '/api/v1/alerts')
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[\w-]+"$/)
    const again = (has = tag) => house.ask(null, 'GET', '/api/v1/alerts', { headers: { 'if-none-match': has } })
    clock.moveTo('2026-11-22T09:00:30Z')
    expect((await again()).status).toBe(304)
    expect((await again(`W/${tag}, "another"`)).status).toBe(304)
    clock.moveTo('2026-11-22T09:01:00Z')
    expect((await again()).status).toBe(200)
  })

  it('is tagged for nobody who is signed in', async () => {
    await using story = await twoPublicAlerts()
    const answer = await story.house.ask(story.member, 'GET', '/api/v1/alerts')
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, null])
  })

  it('comes in pages as long as asked for', async () => {
    await using story = await twoPublicAlerts()
    const ask = async (path: string) => (await (await story.house.ask(null, 'GET', path)).json()) as AlertPage
    const first = await ask('/api/v1/alerts?limit=1')
    expect([first.items.length, first.next]).toEqual([1, first.items[0]?.id])
    const second = await ask(`/api/v1/alerts?limit=1&cursor=${first.next}`)
    expect(second.items).toHaveLength(1)
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id)
    expect((await story.house.ask(null, 'GET', '/api/v1/alerts?limit=21')).status).toBe(422)
  })

  it('says in no cursor that there is what may not be seen, however much of it stands in between', async () => {
    const clock = fixedClock(storyTime)
    await using house = await anApi({ now: clock })
    const [open, frozen] = [anOrganisation(), anOrganisation({ standing: 'frozen' })]
    await house.put(open, frozen)
    const content = { isPublic: true, headline: { ru: 'Обыск' }, summary: { ru: 'Идёт обыск.' } }
    const put = (raisedBy: typeof open.id) =>
      putAlert(house.dependencies, clock(), anAlert({ state: 'active', raisedBy, content }))
    const seen = await put(open.id)
    for (let more = 1; more <= 12; more += 1) await put(frozen.id)
    for (const filter of ['', `&pressure=${seen.content.pressures[0]}`]) {
      const answer = await house.ask(null, 'GET', `/api/v1/alerts?limit=1${filter}`)
      expect(await answer.json()).toMatchObject({ items: [{ id: seen.id }], next: seen.id })
    }
    const none = await house.ask(null, 'GET', '/api/v1/alerts?limit=1&republic=RU-STA')
    expect(await none.json()).toEqual({ items: [], next: null })
  })
})
