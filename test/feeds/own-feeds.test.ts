import type { Organisation } from '@kunak/contracts/directory'
import {
  anAlert,
  anApi,
  anOrganisation,
  aPersonOf,
  fixedClock,
  putAlert,
  type Someone,
  storyTime,
  type TestApi,
} from '@kunak/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dump } from '../security/dump.ts'
import { texts, validAtom } from './validators.ts'

const now = fixedClock(storyTime)
let house: TestApi
let own: Organisation
let member: Someone
beforeEach(async () => {
  now.moveTo(storyTime)
  house = await anApi({ now })
  own = anOrganisation()
  member = aPersonOf(own.id, 'member')
  await house.put(own)
})
afterEach(() => house[Symbol.asyncDispose]())

const later = (minutes: number) => new Date(Date.parse(storyTime) + minutes * 60_000).toISOString()
const pathOf = (address: string) => `/api/v1${new URL(address).pathname}`
const read = (path: string) => house.ask(null, 'GET', path)

async function makeFeeds(who = member) {
  const made = await house.ask(who, 'POST', '/api/v1/account/feeds', { stepUp: true })
  expect(made.status).toBe(201)
  const { news, calendar }: { news: string; calendar: string } = await made.json()
  return { news: pathOf(news), calendar: pathOf(calendar) }
}

/** An alert for the network of another organisation, with a date in court. */
async function anotherAlert() {
  const other = anOrganisation()
  await house.put(other)
  const content = { courtAt: later(9000), headline: { ru: 'Обыск у соседей' } }
  return putAlert(house.dependencies, now(), anAlert({ state: 'active', raisedBy: other.id, content }))
}

describe('feeds of one’s own', () => {
  it('say that there is something, when, and where to sign in, and nothing about what', async () => {
    const alert = await anotherAlert()
    const { news, calendar } = await makeFeeds()
    const answer = await read(news)
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const said = await answer.text()
    const document = validAtom(said)
    expect(texts(document, '//a:entry/a:title')).toEqual(['Есть новое'])
    expect(texts(document, '//a:entry/a:updated')).toEqual([alert.activeAt])
    expect(texts(document, '//a:link/@href')).toEqual(Array(2).fill('https://kunak.example/ru/alerts'))
    const dates = await (await read(calendar)).text()
    expect(dates).toContain('SUMMARY:Дата\r\n')
    expect(dates).toContain('DTSTART:')
    for (const text of [said, dates]) {
      for (const secret of [
        alert.id,
        alert.raisedBy,
        own.id,
        member.personId,
        'Обыск',
        'raid',
        'RU-DA',
        alert.content.restricted.known,
      ])
        expect(text).not.toContain(secret)
      expect(text).not.toContain(news.split('/')[5])
    }
  })

  it('tell two readers of one alert under names that cannot be laid together', async () => {
    await anotherAlert()
    const ids = await Promise.all(
      [member, aPersonOf(own.id, 'member')].map(async (who) => {
        const { news } = await makeFeeds(who)
        return texts(validAtom(await (await read(news)).text()), '//a:entry/a:id')
      }),
    )
    expect(new Set(ids.flat()).size).toBe(2)
  })

  it('hold only what she reads, and no drafts', async () => {
    const stranger = anOrganisation()
    await house.put(stranger)
    await putAlert(
      house.dependencies,
      now(),
      anAlert({ state: 'active', raisedBy: stranger.id, content: { audience: 'organisation' } }),
    )
    await putAlert(house.dependencies, now(), anAlert({ raisedBy: own.id, raiserId: member.personId }))
    const { news } = await makeFeeds()
    expect(texts(validAtom(await (await read(news)).text()), '//a:entry')).toEqual([])
  })

  it('are made with a proof that it is she, and their address is kept as a hash alone', async () => {
    const unproven = await house.ask(member, 'POST', '/api/v1/account/feeds')
    expect((await unproven.json()).code).toBe('step_up_needed')
    const { news } = await makeFeeds()
    const token = news.split('/')[5] ?? ''
    expect(token).toHaveLength(43)
    expect(await dump(house.database)).not.toContain(token)
    expect(JSON.stringify(house.logged)).not.toContain(token)
    expect(await (await house.ask(member, 'GET', '/api/v1/account/feeds')).json()).toEqual({ since: now().toISOString() })
  })

  it('open nothing any more once they are ended, or made anew', async () => {
    const first = await makeFeeds()
    const second = await makeFeeds()
    expect((await read(first.news)).status).toBe(404)
    expect((await read(second.calendar)).status).toBe(200)
    expect((await house.ask(member, 'DELETE', '/api/v1/account/feeds')).status).toBe(200)
    expect((await read(second.calendar)).status).toBe(404)
    expect((await house.ask(member, 'DELETE', '/api/v1/account/feeds')).status).toBe(200)
    expect(await (await house.ask(member, 'GET', '/api/v1/account/feeds')).json()).toEqual({ since: null })
  })

  it('open nothing from the moment on at which all her sessions end', async () => {
    const { news } = await makeFeeds()
    now.moveTo(later(5))
    expect((await house.ask(member, 'DELETE', '/api/v1/sessions')).status).toBeLessThan(300)
    expect((await read(news)).status).toBe(404)
  })

  it('open nothing from the moment on at which her organisation is frozen, or she belongs to none', async () => {
    const steward = aPersonOf(own.id, 'steward')
    const second = aPersonOf(own.id, 'steward')
    const [feeds, hers] = [await makeFeeds(), await makeFeeds(steward)]
    now.moveTo(later(5))
    await house.ask(second, 'GET', '/api/v1/me')
    const removal = await house.ask(second, 'DELETE', `/api/v1/organisations/${own.id}/people/${member.personId}`, {
      stepUp: true,
    })
    expect(removal.status).toBe(200)
    expect((await read(feeds.news)).status).toBe(404)
    const alone = { ...member, memberships: [] }
    expect(await (await house.ask(alone, 'GET', '/api/v1/account/feeds')).json()).toEqual({ since: null })
    expect((await read(hers.news)).status).toBe(200)
    const freeze = await house.ask(second, 'POST', `/api/v1/organisations/${own.id}/freeze`, { stepUp: true })
    expect(freeze.status).toBeLessThan(300)
    expect((await read(hers.news)).status).toBe(404)
  })

  it('leave nothing behind when the account is erased', async () => {
    const { news } = await makeFeeds()
    now.moveTo(later(5))
    expect((await house.ask(member, 'DELETE', '/api/v1/account', { stepUp: true })).status).toBe(200)
    expect((await read(news)).status).toBe(404)
    expect(await dump(house.database)).not.toContain('FEED_LINK')
  })
})
