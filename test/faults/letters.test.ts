import type { AlertId } from '@kunak/contracts'
import { commit } from '@kunak/data'
import { organisationPeopleWrite, personWrites } from '@kunak/data/identity'
import { jobIdOf, sendLetters, tellPeople, wakeLetters } from '@kunak/data/letters'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { anAlert, anOrganisation, aPersonOf, aStoredPerson, mailOf, putAlert, storyTime } from '@kunak/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPostOffice, type PostOffice } from '../letters/a-post-office.ts'
import { faultsOf, type FaultyDatabase, makeFaulty } from './faulty-database.ts'

const people = 12
const minuteMs = 60_000
/** A worker that dies repeats ten letters at most. */
const mostRepeated = 10

let office: PostOffice
let database: FaultyDatabase
let came = 0
beforeAll(async () => {
  office = await aPostOffice({ leaseMs: 1000 })
  database = makeFaulty(office.database.client)
})
afterAll(async () => {
  process.stdout.write(`Faults: two workers of letters, ${came} faults at their calls of the database.\n`)
  await office[Symbol.asyncDispose]()
})

interface Story {
  readonly event: Parameters<typeof tellPeople>[1]
  readonly everybody: string[]
  readonly alertId: AlertId
}

/** An alert that is out, for the people of an organisation; nothing of earlier stories is left. */
async function begin(): Promise<Story> {
  const { database: store, now, secrets } = office
  await office.forget('letters')
  office.sent.length = 0
  const organisation = anOrganisation()
  await office.put(organisation)
  const some = Array.from({ length: people }, () => aPersonOf(organisation.id, 'member'))
  const accounts = some.flatMap((one) => personWrites(store, null, aStoredPerson(one, secrets)))
  await commit(store, now(), { writes: accounts, events: [] })
  const members = some.map(({ personId }) => ({ personId, role: 'member' as const, since: storyTime }))
  await commit(store, now(), {
    writes: [organisationPeopleWrite(store, organisation.id, { version: 1, people: members })],
    events: [],
  })
  const content = { audience: 'organisation' as const }
  const until = new Date(now().getTime() + 72 * 60 * minuteMs).toISOString()
  const alert = await putAlert(office, now(), anAlert({ raisedBy: organisation.id, state: 'active', until, content }))
  const event = { id: alert.id, type: 'alert_activated', subject: `ALERT#${alert.id}`, data: { by: organisation.id } }
  return { event, everybody: some.map(mailOf).sort(), alertId: alert.id }
}

const tell = ({ event }: Story) => tellPeople({ ...office, perSecond: office.sender.perSecond }, event)

async function jobs(): Promise<string[]> {
  const { Items = [] } = await office.database.client.send(new ScanCommand({ TableName: office.database.tables.letters }))
  return [...new Set(Items.flatMap(({ pk }) => jobIdOf(String(pk)) ?? []))]
}

/** Lets the clock find what is left, until nothing is. */
async function sendAll(): Promise<void> {
  for (let minute = 0; minute < 5; minute += 1) {
    for (const id of await jobs()) await sendLetters(office.sender, id)
    office.now.moveTo(new Date(office.now().getTime() + minuteMs).toISOString())
    await wakeLetters(office.database, office.now())
  }
}

const told = () => office.sent.map(({ to }) => to).sort()

describe('whatever goes wrong at whichever call of the database', () => {
  it('the worker that writes letters, woken again, writes to everybody once', async () => {
    const clean = await begin()
    database.reset()
    await tell(clean)
    const planned = faultsOf(database.calls)
    expect(planned.length).toBeGreaterThan(10)
    for (const plan of planned) {
      const what = `${plan.fault} at call ${plan.place + 1}`
      const story = await begin()
      database.reset(plan)
      await tell(story).catch(() => undefined)
      expect(database.hasCome(), what).toBe(true)
      came += 1
      database.reset()
      await tell(story)
      await sendAll()
      expect(told(), what).toEqual(story.everybody)
    }
  })

  it('the worker that sends letters loses nobody, and repeats ten at most', async () => {
    const clean = await begin()
    await tell(clean)
    const [first = ''] = await jobs()
    database.reset()
    await sendLetters(office.sender, first)
    const planned = faultsOf(database.calls)
    expect(planned.length).toBeGreaterThan(10)
    for (const plan of planned) {
      const what = `${plan.fault} at call ${plan.place + 1}`
      const story = await begin()
      await tell(story)
      const [id = ''] = await jobs()
      database.reset(plan)
      await sendLetters(office.sender, id).catch(() => undefined)
      expect(database.hasCome(), what).toBe(true)
      came += 1
      database.reset()
      await sendAll()
      expect([...new Set(told())], what).toEqual(story.everybody)
      expect(office.sent.length, what).toBeLessThanOrEqual(people + mostRepeated)
    }
  })
})
