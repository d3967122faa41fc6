import type { Letter, Posted } from '@kunak/contracts/identity'
import { commit } from '@kunak/data'
import { organisationPeopleWrite, personWrites } from '@kunak/data/identity'
import { sendLetters, wakeLetters } from '@kunak/data/letters'
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { anOrganisation, aPersonOf, aStoredPerson, mailOf, storyTime } from '@kunak/testing'
import type { DynamoDBRecord } from 'aws-lambda'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aPostOffice, type PostOffice } from './a-post-office.ts'

const minuteMs = 60_000

/** An organisation of so many people, and an event that all of them are told. Answers their addresses, sorted. */
async function tellAll(office: PostOffice, count: number): Promise<string[]> {
  const { database, now, secrets } = office
  const organisation = anOrganisation()
  await office.put(organisation)
  const people = Array.from({ length: count }, () => aPersonOf(organisation.id))
  for (let first = 0; first < count; first += 25) {
    const writes = people.slice(first, first + 25).flatMap((one) => personWrites(database, null, aStoredPerson(one, secrets)))
    await commit(database, now(), { writes, events: [] })
  }
  const members = people.map(({ personId }) => ({ personId, role: 'steward' as const, since: storyTime }))
  await commit(database, now(), {
    writes: [organisationPeopleWrite(database, organisation.id, { version: 1, people: members })],
    events: [{ type: 'organisation_vetted', subject: `ORGANISATION#${organisation.id}`, actor: null, data: {} }],
  })
  return people.map(mailOf).sort()
}

const told = ({ sent }: PostOffice) => sent.map(({ to }) => to).sort()
/** Lets time pass, a minute at a time, with the clock's worker and the streams doing what they do. */
async function minutes(office: PostOffice, count: number): Promise<void> {
  for (let minute = 0; minute < count; minute += 1) {
    office.now.moveTo(new Date(office.now().getTime() + minuteMs).toISOString())
    await wakeLetters(office.database, office.now())
    await office.deliver()
  }
}

describe('letters about an event', () => {
  it('reach everybody once, fifty to a job', async () => {
    await using office = await aPostOffice()
    const everybody = await tellAll(office, 120)
    await office.deliver()
    expect(told(office)).toEqual(everybody)
    await minutes(office, 3)
    expect(office.sent).toHaveLength(120)
    expect([office.logged, office.streamLog]).toEqual([[], []])
  })

  it('reach everybody once when records come again, out of order and beside poison', async () => {
    const poison = {
      eventName: 'INSERT',
      dynamodb: { SequenceNumber: 'poison', NewImage: { pk: { S: 'PERSON#x' }, type: { S: 'passkey_added' } } },
    }
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (order) => {
        await using office = await aPostOffice()
        const events: DynamoDBRecord[] = []
        const jobs: DynamoDBRecord[] = []
        const shuffled = (records: readonly DynamoDBRecord[]) =>
          [...records, ...records, poison as DynamoDBRecord]
            .map((one) => [order.next().value ?? 0, one] as const)
            .sort(([one], [other]) => one - other)
            .map(([, one]) => one)
        office.watch({ events, jobs })
        const everybody = [...(await tellAll(office, 12)), ...(await tellAll(office, 60)), ...(await tellAll(office, 3))].sort()
        await office.deliver()
        office.watch(null)
        office.sent.length = 0
        await office.forget('letters')
        const first = await office.tell({ Records: shuffled(events) })
        expect(first.batchItemFailures).toEqual([{ itemIdentifier: 'poison' }])
        const badJob = { ...poison, dynamodb: { ...poison.dynamodb, Keys: { pk: { S: 'LETTERS#nothing' } } } } as DynamoDBRecord
        expect(await office.send({ Records: [...shuffled(jobs), badJob] })).toEqual({ batchItemFailures: [] })
        expect(told(office)).toEqual(everybody)
      }),
      { numRuns: 4 },
    )
  })

  it('lose nobody and tell nobody twice however the carrier fails', async () => {
    const outcomes = fc.infiniteStream(
      fc.oneof({ weight: 6, arbitrary: fc.constant('sent' as const) }, fc.constantFrom('later' as const, 'slow_down' as const)),
    )
    await fc.assert(
      fc.asyncProperty(outcomes, async (stream) => {
        await using office = await aPostOffice()
        let isWell = false
        office.carry((): Posted => (isWell ? 'sent' : (stream.next().value ?? 'sent')))
        const everybody = await tellAll(office, 55)
        await office.deliver()
        await minutes(office, 4)
        isWell = true
        await minutes(office, 70)
        expect(told(office)).toEqual(everybody)
      }),
      { numRuns: 4 },
    )
  })

  it('reach the other forty-nine when one address is refused, which is not tried again', async () => {
    await using office = await aPostOffice()
    const tries = new Map<string, number>()
    const everybody = await tellAll(office, 50)
    const [bad = '', ...others] = everybody
    office.carry(({ to }: Letter): Posted => {
      tries.set(to, (tries.get(to) ?? 0) + 1)
      return to === bad ? 'refused' : 'sent'
    })
    await office.deliver()
    await minutes(office, 3)
    expect(told(office)).toEqual(others)
    expect(tries.get(bad)).toBe(1)
    expect(office.logged).toEqual([{ letters: 'refused', kind: 'news', count: 1, minutes: 0 }])
  })

  it('wait when the carrier takes none, are said to be late, and go on later', async () => {
    await using office = await aPostOffice()
    office.carry(() => 'slow_down')
    const everybody = await tellAll(office, 15)
    await office.deliver()
    expect(office.sent).toEqual([])
    await minutes(office, 8)
    expect(office.logged[0]).toMatchObject({ letters: 'late', kind: 'news', count: 15 })
    office.carry(() => 'sent')
    await minutes(office, 64)
    expect(told(office)).toEqual(everybody)
  })

  it('are given up after a week, and said to be lost', async () => {
    await using office = await aPostOffice()
    office.carry(() => 'later')
    await tellAll(office, 2)
    await office.deliver()
    office.now.advanceDays(8)
    await minutes(office, 2)
    expect(office.sent).toEqual([])
    expect(office.logged.filter(({ letters }) => letters === 'lost')).toEqual([
      { letters: 'lost', kind: 'news', count: 2, minutes: expect.any(Number) },
    ])
  })
})

describe('a job of letters', () => {
  it('is sent by one of two workers, and by another when the first has died', async () => {
    await using office = await aPostOffice()
    const everybody = await tellAll(office, 30)
    let count = 0
    // The first worker dies with its eleventh letter: nothing of it comes back.
    office.carry(() => (++count > 10 ? new Promise<never>(() => undefined) : 'sent'))
    const id = await office.firstJob()
    void sendLetters(office.sender, id)
    await office.until(() => count > 10)
    expect(await sendLetters(office.sender, id)).toMatchObject({ outcome: 'theirs' })
    office.carry(() => 'sent')
    await minutes(office, 3)
    expect(told(office)).toEqual(everybody)
  })

  it('goes on with who is left after the store has failed in the middle', async () => {
    await using office = await aPostOffice()
    const everybody = await tellAll(office, 30)
    const id = await office.firstJob()
    let writes = 0
    const { client } = office.database
    const failing = new Proxy(client, {
      get: (target, name) =>
        name === 'send'
          ? (command: Parameters<typeof client.send>[0]) =>
              command instanceof UpdateCommand && JSON.stringify(command.input).includes('#left') && ++writes === 2
                ? Promise.reject(new Error('The store is down.'))
                : target.send(command)
          : (Reflect.get(target, name, target) as unknown),
    })
    await expect(sendLetters({ ...office.sender, database: { ...office.database, client: failing } }, id)).rejects.toThrow('down')
    expect(office.sent).toHaveLength(10)
    expect(await sendLetters(office.sender, id)).toMatchObject({ outcome: 'done', sent: 20 })
    expect(told(office)).toEqual(everybody)
  })

  it('never sends more a second than is allowed, whoever sends', async () => {
    let waited = 0
    await using office = await aPostOffice({
      perSecond: 20,
      wait: (ms) => {
        waited += ms
        office.now.moveTo(new Date(office.now().getTime() + ms).toISOString())
        return Promise.resolve()
      },
    })
    const everybody = await tellAll(office, 100)
    const at: number[] = []
    office.carry(() => {
      at.push(office.now().getTime())
      return 'sent'
    })
    await office.deliver()
    await minutes(office, 5)
    expect(told(office)).toEqual(everybody)
    expect(waited).toBeGreaterThan(3000)
    // The bucket holds what news may take of a second, and fills as fast as letters may go.
    for (const from of at) expect(at.filter((one) => one >= from && one < from + 1000).length).toBeLessThanOrEqual(16 + 20)
  })
})
