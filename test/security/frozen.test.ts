import { freezeCodeOf } from '@kunak/domain/directory'
import { anOrganisation, aPerson, aPersonOf, type Someone } from '@kunak/testing'
import { describe, expect, it } from 'vitest'
import { begin, profileOf } from './freeze-story.ts'

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
