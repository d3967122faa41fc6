import type { AlertContent, Subscription } from '@kunak/contracts/alerts'
import type { Database } from '@kunak/data'
import { loadAlert, saveAlert, sendDigests } from '@kunak/data/alerts'
import { cancelAlert, defaultSubscription, rulesOfChoice } from '@kunak/domain/alerts'
import { aMember, aPersonId, putAlert } from '@kunak/testing'
import { describe, expect, it } from 'vitest'
import { aPostOffice, type PostOffice } from '../letters/a-post-office.ts'
import { aCrowd, addresses, alertOf, type Crowd, people } from './a-crowd.ts'

const { personId: _, ...usual } = defaultSubscription(aPersonId())
/** Everything: what is urgent at once, the rest at an hour of her clock, which in Moscow is three hours ahead. */
const daily = (digestHour: number, said: Partial<Subscription> = {}) => ({
  ...usual,
  rules: rulesOfChoice('everything', ['mail']),
  digestHour,
  isChosen: true,
  ...said,
})
const [atOne, atTwo] = [daily(13), daily(14)]
const [ten, eleven] = ['2026-11-22T10:01:00.000Z', '2026-11-22T11:01:00.000Z']
const canWait: Partial<AlertContent> = { urgency: 'Expected' }

/** People of a vetted organisation, and an alert of another one that went out at nine. */
async function aDay(office: PostOffice, subscriptions: readonly (typeof atOne)[], content = canWait) {
  const crowd = await aCrowd(office, {
    organisations: [{}, {}],
    people: subscriptions.map((subscription) => ({ organisation: 1, subscription })),
  })
  return { crowd, alert: await putAlert(office, office.now(), alertOf(crowd, content)) }
}
const all = ({ people: everybody }: Pick<Crowd, 'people'>) => addresses(everybody.map(({ id }) => id))

async function digestAt(office: PostOffice, moment: string): Promise<number> {
  office.now.moveTo(moment)
  const written = await sendDigests(office, office.now())
  await office.deliver()
  return written
}

describe('a digest', () => {
  it('comes at each one’s hour, as one letter, and says nothing a second time', async () => {
    await using office = await aPostOffice()
    const { crowd } = await aDay(office, [atOne, atOne, atTwo])
    await putAlert(office, office.now(), alertOf(crowd, canWait))
    const [first, second, third] = crowd.people.map(({ id }) => addresses([id])[0])
    expect(await digestAt(office, ten)).toBe(2)
    expect(office.told()).toEqual([first, second].sort())
    expect(await digestAt(office, '2026-11-22T10:59:00.000Z')).toBe(0)
    expect(await digestAt(office, eleven)).toBe(1)
    expect(office.sent.at(-1)).toMatchObject({ kind: 'news', to: third })
    for (let hour = 12; hour < 48; hour += 1)
      await digestAt(office, new Date(Date.parse('2026-11-22T00:01:00Z') + hour * 3_600_000).toISOString())
    expect(office.told()).toEqual(all(crowd))
  })

  it('does not come where nothing has, nor about what she was told of at once', async () => {
    await using office = await aPostOffice()
    const { crowd } = await aDay(office, [atOne], { urgency: 'Immediate' })
    expect(await digestAt(office, ten)).toBe(0)
    await putAlert(office, office.now(), alertOf(crowd, { ...canWait, audience: 'coordinators' }))
    await putAlert(office, office.now(), { ...alertOf(crowd, canWait), state: 'submitted', activeAt: null })
    expect(await digestAt(office, '2026-11-23T10:01:00.000Z')).toBe(0)
    expect(office.sent).toEqual([])
  })

  it('is one letter, however many alerts it is about', async () => {
    await using office = await aPostOffice()
    const { crowd } = await aDay(office, [atOne])
    for (let n = 0; n < 60; n += 1) await putAlert(office, office.now(), alertOf(crowd, canWait))
    await digestAt(office, ten)
    expect(office.told()).toEqual(all(crowd))
  })

  it('waits for the end of quiet hours', async () => {
    await using office = await aPostOffice()
    await aDay(office, [daily(13, { quiet: { from: 12, to: 14 } })])
    await digestAt(office, ten)
    expect(office.sent).toEqual([])
    await digestAt(office, eleven)
    expect(office.sent).toHaveLength(1)
  })

  it('is made up for where the clock stood still, with one letter for all hours that were missed', async () => {
    await using office = await aPostOffice()
    const { crowd } = await aDay(office, [atOne, atTwo])
    expect(await digestAt(office, '2026-11-22T09:30:00.000Z')).toBe(0)
    await digestAt(office, '2026-11-23T13:20:00.000Z')
    expect(office.told()).toEqual(all(crowd))
  })

  it('tells nobody twice and loses nobody, whenever whoever writes it dies', async () => {
    await using office = await aPostOffice()
    const { crowd } = await aDay(office, Array<typeof atOne>(60).fill(atOne))
    office.now.moveTo(ten)
    let calls = 0
    let dies = 0
    let isDone = false
    while (!isDone) {
      calls = 0
      dies += 1
      isDone = await sendDigests({ ...office, database: dying(office.database, () => (calls += 1) > dies) }, office.now()).then(
        () => true,
        () => false,
      )
    }
    expect(dies).toBeGreaterThan(10)
    await office.deliver()
    expect(office.told()).toEqual(all(crowd))
  })

  it('is written once by two clocks that tick at the same moment', async () => {
    await using office = await aPostOffice()
    const { crowd } = await aDay(
      office,
      people(5).map(() => atOne),
    )
    office.now.moveTo(ten)
    await Promise.all([1, 2, 3].map(() => sendDigests(office, office.now())))
    await office.deliver()
    expect(office.told()).toEqual(all(crowd))
  })

  it('is judged when it is sent, and what is called off tells exactly those whom it told', async () => {
    await using office = await aPostOffice()
    const { crowd, alert } = await aDay(office, [atOne, atTwo])
    await digestAt(office, ten)
    office.now.moveTo(eleven)
    await sendDigests(office, office.now())
    const before = (await loadAlert(office, alert.id)) ?? alert
    const decided = cancelAlert({ viewer: aMember(alert.raisedBy), now: office.now() }, before, { note: '' })
    if (!decided.ok || !decided.value.event) throw new Error('The alert of the test cannot be called off.')
    await saveAlert(office, office.now(), { before, after: decided.value.after, event: { ...decided.value.event, actor: null } })
    await office.deliver()
    await office.deliver()
    const [first = ''] = addresses(crowd.people.slice(0, 1).map(({ id }) => id))
    expect(office.told()).toEqual([first, first])
  })
})

/** A store that breaks once it is told to. */
function dying(database: Database, isDead: () => boolean): Database {
  const { client } = database
  const send = (...asked: unknown[]): unknown =>
    isDead()
      ? Promise.reject(new Error('The worker has died.'))
      : (client.send as (...all: unknown[]) => unknown).apply(client, asked)
  return { ...database, client: Object.create(client, { send: { value: send } }) as Database['client'] }
}
