import type { Alert } from '@kunak/contracts/alerts'
import { anAlert, anApi, anOrganisation, aPerson, fixedClock, putAlert, storyTime, type TestApi } from '@kunak/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { texts, validAtom, validCap } from './validators.ts'

const now = fixedClock(storyTime)
let house: TestApi
beforeEach(async () => {
  now.moveTo(storyTime)
  house = await anApi({ now })
})
afterEach(() => house[Symbol.asyncDispose]())

const minutes = (count: number) => new Date(Date.parse(storyTime) + count * 60_000).toISOString()
type Said = NonNullable<Parameters<typeof anAlert>[0]>

/** A public alert of a vetted organisation that a second one has confirmed, unless told. */
async function aPublicAlert({ content, ...said }: Said = {}): Promise<Alert> {
  const organisation = anOrganisation()
  await house.put(organisation)
  const words = {
    isPublic: true,
    headline: { ru: 'Обыск в офисе', en: 'An office is searched' },
    summary: { ru: 'Идёт с утра.' },
  }
  const verified = { by: organisation.id, personId: null, at: storyTime }
  const alert = anAlert({ state: 'active', raisedBy: organisation.id, verified, ...said, content: { ...words, ...content } })
  return putAlert(house.dependencies, now(), alert)
}
const get = (path: string, headers: Record<string, string> = {}) => house.ask(null, 'GET', `/api/v1${path}`, { headers })
const feed = async (path: string) => validAtom(await (await get(path)).text())
const titles = async (path: string) => texts(await feed(path), '//a:entry/a:title')

describe('the public feeds', () => {
  it('hold every public alert, each with a CAP document that is valid', async () => {
    const alert = await aPublicAlert()
    await aPublicAlert({ content: { isPublic: false, headline: {}, summary: {} } })
    const document = await feed('/feeds/alerts.atom')
    expect(texts(document, '//a:entry/a:title')).toEqual(['Обыск в офисе'])
    const [address = ''] = texts(document, "//a:entry/a:link[@type='application/cap+xml']/@href")
    expect(address).toBe(`https://kunak.example/feeds/alerts/${alert.id}.cap`)
    const cap = await get(new URL(address).pathname)
    expect(cap.headers.get('content-type')).toBe('application/cap+xml; charset=utf-8')
    const read = validCap(await cap.text())
    expect(texts(read, '//c:headline').sort()).toEqual(['An office is searched', 'Обыск в офисе'])
    expect(texts(read, '//c:expires')[0]).toBe('2026-11-25T12:00:00+03:00')
  })

  it('speak the language that is asked for', async () => {
    await aPublicAlert({ verified: null, isExercise: true })
    expect(await titles('/feeds/alerts.atom?language=en')).toEqual(['Exercise: Unverified: An office is searched'])
    expect((await get('/feeds/alerts.atom?language=fr')).status).toBe(422)
  })

  it('can be asked for one republic and one pressure', async () => {
    await aPublicAlert({ content: { republic: 'RU-DA', pressures: ['raid'], headline: { ru: 'Первый' } } })
    await aPublicAlert({ content: { republic: 'RU-CE', pressures: ['raid', 'detention'], headline: { ru: 'Второй' } } })
    expect(await titles('/feeds/alerts.atom?republic=RU-CE')).toEqual(['Второй'])
    expect(await titles('/feeds/alerts.atom?pressure=detention')).toEqual(['Второй'])
    expect(await titles('/feeds/alerts.atom?republic=RU-DA&pressure=detention')).toEqual([])
    expect((await titles('/feeds/alerts.atom?pressure=raid')).sort()).toEqual(['Второй', 'Первый'])
  })

  it('are sent once: who has them gets nothing, until something has changed', async () => {
    const alert = await aPublicAlert()
    for (const path of ['/feeds/alerts.atom', `/feeds/alerts/${alert.id}.cap`, '/feeds/court-dates.ics']) {
      const first = await get(path)
      const tag = first.headers.get('etag') ?? ''
      expect(first.headers.get('cache-control')).toBe('public, max-age=30')
      expect(first.headers.get('last-modified')).not.toBe(null)
      const again = await get(path, { 'if-none-match': `"another", W/${tag}` })
      expect([again.status, await again.text()]).toEqual([304, ''])
    }
    const { headers } = await get('/feeds/alerts.atom')
    await aPublicAlert()
    expect((await get('/feeds/alerts.atom', { 'if-none-match': headers.get('etag') ?? '' })).status).toBe(200)
  })

  it('hide an alert at once when its organisation is frozen, also from who asks by date alone', async () => {
    const other = await aPublicAlert({ content: { headline: { ru: 'Остаётся' } } })
    const frozen = anOrganisation({ standing: 'frozen' })
    await house.put(frozen)
    const alert = await aPublicAlert({ raisedBy: frozen.id, activeAt: minutes(-5) })
    const since = { 'if-modified-since': new Date(storyTime).toUTCString() }
    const answer = await get('/feeds/alerts.atom', since)
    expect(answer.status).toBe(200)
    const said = await answer.text()
    expect(said).toContain(other.id)
    expect(said).not.toContain(alert.id)
    expect((await get(`/feeds/alerts/${alert.id}.cap`)).status).toBe(404)
  })

  it('say the same to everybody, coordinators and who may read the whole', async () => {
    const alert = await aPublicAlert({ content: { courtAt: minutes(6000), isCourtPublic: false } })
    for (const path of ['/feeds/alerts.atom', `/feeds/alerts/${alert.id}.cap`, '/feeds/court-dates.ics']) {
      const seen = await (await get(path)).text()
      const answer = await house.ask(aPerson({ isCoordinator: true }), 'GET', `/api/v1${path}`)
      expect(await answer.text()).toBe(seen)
      expect(seen).not.toContain(alert.content.restricted.known)
    }
  })

  it('keep every message of a false alarm under its identifier', async () => {
    const alert = await aPublicAlert({ state: 'cancelled', closed: { at: minutes(90), outcome: null, note: 'Ошиблись адресом' } })
    const latest = validCap(await (await get(`/feeds/alerts/${alert.id}.cap`)).text())
    expect(texts(latest, '//c:msgType')).toEqual(['Cancel'])
    expect(texts(latest, '//c:responseType')).toEqual(['AllClear', 'AllClear'])
    const [, identifier = ''] = (texts(latest, '//c:references')[0] ?? '').split(',')
    const first = validCap(await (await get(`/feeds/alerts/${identifier}.cap`)).text())
    expect(texts(first, '//c:msgType')).toEqual(['Alert'])
    expect(await titles('/feeds/alerts.atom')).toEqual(['Ложная тревога: Обыск в офисе'])
    for (const wrong of [alert.id, `${alert.id}.nothing.cap`, 'nothing.cap', `${alert.id}.cap.cap`])
      expect((await get(`/feeds/alerts/${wrong}`)).status).toBe(404)
  })

  it('have dates in court that everybody may know, and no others', async () => {
    const courtAt = minutes(5 * 24 * 60)
    await aPublicAlert({ content: { courtAt, isCourtPublic: true, headline: { ru: 'Суд над соседом' } } })
    await aPublicAlert({ content: { courtAt, isCourtPublic: false, headline: { ru: 'Тайна' } } })
    const answer = await get('/feeds/court-dates.ics')
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const calendar = await answer.text()
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(calendar).toContain('SUMMARY:Суд: Суд над соседом\r\n')
  })
})
