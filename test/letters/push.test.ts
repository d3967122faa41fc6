import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PersonId } from '@kunak/contracts'
import type { Person } from '@kunak/contracts/identity'
import { commit } from '@kunak/data'
import { browserWrites, listBrowsers, personWrites, pushKeysOf } from '@kunak/data/identity'
import { type LetterSender, pushToBrowsers } from '@kunak/data/letters'
import { defaultSubscription, rulesOfChoice } from '@kunak/domain/alerts'
import { pushCarrier } from '@kunak/mail'
import { aPersonId, storyTime } from '@kunak/testing'
import { describe, expect, it } from 'vitest'
import { aCrowd, addresses, alertOf, change, type OneOfMany } from '../alerts/a-crowd.ts'
import { dump } from '../security/dump.ts'
import { aPostOffice } from './a-post-office.ts'

/** The service of some browser's maker, on this machine: it keeps what it is asked, and answers as it is told. */
async function aPushService() {
  const asked: { readonly browser: string; readonly body: string }[] = []
  const answers = new Map<string, number>()
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString('latin1')))
    request.on('end', () => {
      asked.push({ browser: request.url ?? '', body })
      response.writeHead(answers.get(request.url ?? '') ?? 201).end()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { asked, answers, origin, [Symbol.dispose]: () => void server.close() }
}

const { personId: _, ...usual } = defaultSubscription(aPersonId())
const urgentBy = (...by: ('mail' | 'push')[]) => ({ ...usual, rules: rulesOfChoice('urgent', by), isChosen: true })

/** A post office that tells browsers too, and people of an organisation each with a browser of that name. */
async function anOffice(said: readonly (Omit<OneOfMany, 'organisation'> & { readonly browser?: string })[]) {
  const service = await aPushService()
  const push: { to?: LetterSender['push'] } = {}
  const office = await aPostOffice({ push: async (id: PersonId) => (await push.to?.(id)) ?? 'not_wanted' })
  const { database, secrets, now } = office
  const post = pushCarrier({ keys: pushKeysOf('a key of the tests'), from: 'post@kunak.example' })
  push.to = pushToBrowsers({ database, secrets, post, alsoAt: [service.origin] })
  const crowd = await aCrowd(office, {
    organisations: [{}, {}],
    people: said.map(({ browser: __, ...one }) => ({ organisation: 1, ...one })),
  })
  const add = async ({ id }: Person, endpoint: string) => {
    const writes = browserWrites(database, secrets, { personId: id, endpoint, device: 'android', since: now().toISOString() })
    await commit(database, now(), { writes, events: [] })
  }
  for (const [n, person] of crowd.people.entries())
    if (said[n]?.browser) await add(person, `${service.origin}/${said[n].browser}`)
  const raise = async () => {
    await change(office, null, { after: alertOf(crowd), type: 'alert_activated' })
    await office.deliver()
  }
  return {
    office,
    service,
    crowd,
    raise,
    add,
    browsersOf: (person: Person) => listBrowsers(database, secrets, person.id),
    [Symbol.asyncDispose]: async () => {
      service[Symbol.dispose]()
      await office[Symbol.asyncDispose]()
    },
  }
}

describe('a note to a browser', () => {
  it('goes to who has switched it on, beside her letter or without one, once and without a word', async () => {
    await using house = await anOffice([
      { browser: 'both', subscription: urgentBy('mail', 'push') },
      { browser: 'alone', subscription: urgentBy('push') },
      { browser: 'no-letters', subscription: urgentBy('mail', 'push'), account: { wantsLetters: false } },
      { browser: 'not-chosen', subscription: urgentBy('mail') },
      { subscription: urgentBy('push') },
      {},
    ])
    await house.raise()
    const { service, office, crowd } = house
    expect(service.asked.map(({ browser }) => browser).sort()).toEqual(['/alone', '/both', '/no-letters'])
    expect(service.asked.map(({ body }) => body)).toEqual(['', '', ''])
    const mailed = [0, 3, 5].flatMap((n) => crowd.people[n]?.id ?? [])
    expect(office.told()).toEqual(addresses(mailed))
  })

  it('goes out for news of her own account too', async () => {
    await using house = await anOffice([{ browser: 'hers', account: { wantsLetters: false } }])
    await house.office.happen({ type: 'passkey_added', subject: `PERSON#${house.crowd.people[0]?.id}`, actor: null, data: {} })
    await house.office.deliver()
    expect([house.service.asked.map(({ browser }) => browser), house.office.sent]).toEqual([['/hers'], []])
  })

  it('ends where the browser is gone, and is tried again where its service did not answer', async () => {
    await using house = await anOffice([
      { browser: 'gone', subscription: urgentBy('push') },
      { browser: 'busy', subscription: urgentBy('push') },
    ])
    const [gone, busy] = house.crowd.people
    house.service.answers.set('/gone', 410).set('/busy', 503)
    await house.raise()
    if (!gone || !busy) throw new Error('The people of the test are not there.')
    expect([await house.browsersOf(gone), await house.browsersOf(busy)]).toEqual([[], [expect.anything()]])
    const busyAsked = () => house.service.asked.filter(({ browser }) => browser === '/busy').length
    expect(busyAsked()).toBeGreaterThan(1)
    expect(house.office.logged.filter(({ letters }) => letters === 'lost')).toEqual([])
  })

  it('is not repeated because her letter is', async () => {
    await using house = await anOffice([{ browser: 'hers', subscription: urgentBy('mail', 'push') }])
    let tries = 0
    house.office.carry(() => ((tries += 1) < 3 ? 'later' : 'sent'))
    await house.raise()
    expect([tries, house.service.asked.length, house.office.sent.length]).toEqual([3, 1, 1])
  })

  it('to a browser whose address cannot be read repeats no letter, neither hers nor anybody else’s', async () => {
    await using house = await anOffice([{ subscription: urgentBy('mail', 'push') }, {}])
    const [hers] = house.crowd.people
    if (!hers) throw new Error('Nobody is there.')
    const { database, now } = house.office
    const broken = { personId: hers.id, endpoint: house.service.origin, device: 'android', since: now().toISOString() } as const
    await commit(database, now(), { writes: browserWrites(database, { seal: () => 'broken' }, broken), events: [] })
    await house.raise()
    expect(house.office.sent.map(({ to }) => to).sort()).toEqual(addresses(house.crowd.people.map(({ id }) => id)))
  })

  it('goes to no browser that she added before she ended all her sessions', async () => {
    await using house = await anOffice([{ browser: 'hers', subscription: urgentBy('push') }])
    const [before] = house.crowd.people
    if (!before) throw new Error('Nobody is there.')
    const { database, now } = house.office
    const after = { ...before, version: before.version + 1, sessionsFrom: '2026-11-22T09:00:01.000Z' }
    await commit(database, now(), { writes: personWrites(database, before, after), events: [] })
    await house.raise()
    expect(house.service.asked).toEqual([])
    house.office.now.moveTo('2026-11-22T09:00:02.000Z')
    await house.add(after, `${house.service.origin}/new-phone`)
    await house.raise()
    expect(house.service.asked.map(({ browser }) => browser)).toEqual(['/new-phone'])
  })

  it('never goes anywhere but to the service of a maker of browsers', async () => {
    await using house = await anOffice([{ subscription: urgentBy('push') }])
    using other = await aPushService()
    const [person] = house.crowd.people
    if (!person) throw new Error('Nobody is there.')
    await house.add(person, `${other.origin}/beside-us`)
    await house.raise()
    expect([other.asked, house.service.asked, await house.browsersOf(person)]).toEqual([[], [], []])
  })
})

it('the address of a browser is sealed where it is kept', async () => {
  await using house = await anOffice([{ browser: 'a-secret-address' }])
  const { database, secrets } = house.office
  const everything = await dump(database)
  expect(everything).toContain('BROWSERS#')
  expect(everything).not.toContain('a-secret-address')
  expect(everything).not.toContain(Buffer.from('a-secret-address').toString('base64').slice(2, 18))
  const [person] = house.crowd.people
  expect(person && (await listBrowsers(database, secrets, person.id))).toMatchObject([
    { since: new Date(storyTime).toISOString() },
  ])
})
