import { aPerson, aPersonOf, aProfile, anApi, anOrganisation, type TestApi } from '@kunak/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeIn } from './take-in.ts'

let house: TestApi
beforeEach(async () => void (house = await anApi()))
afterEach(() => house[Symbol.asyncDispose]())

const coordinator = aPerson({ isCoordinator: true })
const names = { ru: 'Фонд «Тихий дом у реки»' }
const list = 'id;name\n1;ТИХИЙ ДОМ У РЕКИ\n2;Juniper Bridge\n'
const ask = async (method: string, path: string, json?: unknown) => {
  const response = await house.ask(coordinator, method, `/api/v1${path}`, json === undefined ? {} : { json })
  return {
    status: response.status,
    body: (await response.json()) as { id: string; code: string; next: string | null; entries: { id: string }[] },
  }
}

describe('who asked not to be listed', () => {
  it('is refused by name in imports and by hand, until the entry is taken out', async () => {
    const added = await ask('POST', '/do-not-list', { names, reason: 'asked by letter' })
    expect(added.status).toBe(201)
    expect((await takeIn(house, list)).sums).toMatchObject({ imported: 1, reported: 1 })
    const byHand = { standing: 'applicant', profile: aProfile({ names }) }
    expect((await ask('POST', '/organisations', byHand)).body.code).toBe('on_do_not_list')
    expect((await ask('DELETE', `/do-not-list/${added.body.id}`)).status).toBe(200)
    expect((await ask('DELETE', `/do-not-list/${added.body.id}`)).status).toBe(404)
    expect((await takeIn(house, list)).sums).toMatchObject({ imported: 1, unchanged: 1 })
  })

  it('stays refused while another entry says so', async () => {
    const [first] = [await ask('POST', '/do-not-list', { names }), await ask('POST', '/do-not-list', { names })]
    await ask('DELETE', `/do-not-list/${first.body.id}`)
    expect((await takeIn(house, list)).sums).toMatchObject({ reported: 1 })
  })

  it('is not named by the register, nor by what is stored', async () => {
    for (let count = 0; count < 3; count += 1)
      await ask('POST', '/do-not-list', { names, identifiers: [{ scheme: 'RU-INN', value: '7707083893' }] })
    const page = await ask('GET', '/do-not-list?limit=2')
    expect(page.body.entries).toHaveLength(2)
    const rest = await ask('GET', `/do-not-list?limit=2&after=${page.body.next ?? ''}`)
    expect([rest.body.entries.length, rest.body.next]).toEqual([1, null])
    expect(JSON.stringify([page, rest])).not.toMatch(/Тихий|7707083893/)
  })

  it('can be everybody who leaves and shuts the door', async () => {
    const organisation = anOrganisation({ profile: { names } })
    await house.put(organisation)
    const path = `/api/v1/organisations/${organisation.id}/removal`
    const left = await house.ask(aPersonOf(organisation.id), 'POST', path, {
      json: { doNotList: true },
      headers: { 'if-match': '"1"' },
    })
    expect(left.status).toBe(200)
    expect((await takeIn(house, list)).sums).toMatchObject({ reported: 1 })
  })
})
