import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import { newUlid, PersonId } from '@kunak/contracts'
import { secretsOf, subscriberKey } from '@kunak/data/identity'
import { alertContent, anApi, anOrganisation, aPersonOf, aStoredPerson, type TestApi } from '@kunak/testing'
import { countingUnits, type Units } from './count-units.ts'
import { growthExponent, percentile, type Row } from './row.ts'

const sizes = [100, 100_000]
const raises = 40
/** Two items each, of the twenty-five that are put at once. */
const atOnce = 12
const secrets = secretsOf('a secret of the tests')

interface Cost extends Pick<Row, 'what' | 'value' | 'unit'> {
  readonly promise: Pick<Row, 'atMost'>
}

/** What it takes to write an alert and send it out, among few and among many members: by turns, so that both meet the same machine. */
export async function raisingCosts(): Promise<readonly Cost[]> {
  const [few, many] = [await aHouse(sizes[0] ?? 0), await aHouse(sizes[1] ?? 0)]
  await using _few = few.house
  await using _many = many.house
  const took = new Map(sizes.map((size) => [size, [] as number[]]))
  for (let turn = 0; turn < raises + 5; turn += 1)
    for (const [size, { house }] of [[sizes[0] ?? 0, few] as const, [sizes[1] ?? 0, many] as const]) {
      const ms = await raise(house)
      if (turn >= 5) took.get(size)?.push(ms)
    }
  const median = new Map([...took].map(([size, all]) => [size, percentile(all, 0.5)]))
  const units = new Map([few, many].map(({ units }, n) => [sizes[n] ?? 0, units.writes + units.reads]))
  return [
    ...[...median].map(([size, value]): Cost => ({ what: `raising among ${size} members, p50`, value, unit: 'ms', promise: {} })),
    {
      what: 'raising: growth of the time with members',
      value: growthExponent(median),
      unit: 'exponent',
      promise: { atMost: 0.1 },
    },
    { what: 'raising: growth of the store’s units', value: growthExponent(units), unit: 'exponent', promise: { atMost: 0.1 } },
  ]
}

async function aHouse(members: number): Promise<{ readonly house: TestApi; readonly units: Units }> {
  const plain = await anApi()
  await fill(plain, members)
  const { database, units } = countingUnits(plain.database)
  const house = await anApi({ database })
  return { house: { ...house, put: plain.put, [Symbol.asyncDispose]: () => endBoth(house, plain) }, units }
}

async function endBoth(one: TestApi, other: TestApi): Promise<void> {
  await one[Symbol.asyncDispose]()
  await other[Symbol.asyncDispose]()
}

/** One alert, from the form's first save until it is out; the writer has signed in before. */
async function raise(house: TestApi): Promise<number> {
  const organisation = anOrganisation()
  await house.put(organisation)
  const who = aPersonOf(organisation.id)
  await house.ask(who, 'GET', '/api/v1/me')
  const started = performance.now()
  const json = { content: alertContent(), isExercise: false }
  const begun = await house.ask(who, 'POST', `/api/v1/organisations/${organisation.id}/alerts`, { json })
  const { id } = (await begun.json()) as { readonly id: string }
  const sent = await house.ask(who, 'POST', `/api/v1/alerts/${id}/submission`, { json: { atOnce: true } })
  if (sent.status !== 200) throw new Error(`An alert of the bench was refused: ${await sent.text()}`)
  return performance.now() - started
}

/** Many members, straight into the store. */
async function fill({ database }: TestApi, members: number): Promise<void> {
  const { id: organisationId } = anOrganisation()
  const usual = { ...aStoredPerson(aPersonOf(organisationId), secrets), passkeys: [] }
  const { client, tables } = database
  const put = async (count: number) => {
    const requests = Array.from({ length: count }, () => {
      const id = PersonId.parse(newUlid(Date.now()))
      return [
        { pk: `PERSON#${id}`, sk: 'STATE', version: 1, person: { ...usual, id } },
        { ...subscriberKey(id), organisations: [organisationId], isCoordinator: false, takesMail: true },
      ]
    })
    const RequestItems = { [tables.identity]: requests.flat().map((Item) => ({ PutRequest: { Item } })) }
    await client.send(new BatchWriteCommand({ RequestItems }))
  }
  const counts = Array.from({ length: Math.ceil(members / atOnce) }, (_, n) => Math.min(atOnce, members - n * atOnce))
  for (let first = 0; first < counts.length; first += 8) await Promise.all(counts.slice(first, first + 8).map(put))
}
