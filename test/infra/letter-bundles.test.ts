import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { commit } from '@kunak/data'
import { loadPerson, personWrites, secretsOf } from '@kunak/data/identity'
import { anOrganisation, aPersonOf, aStoredPerson, mailOf } from '@kunak/testing'
import { afterAll, describe, expect, it } from 'vitest'
import { cloudAround } from './cloud-around.ts'
import { deploy } from './deployed.ts'
import http from './events/http.json' with { type: 'json' }
import { privilegesOf } from './privileges.ts'
import { synthesised } from './synthesised.ts'

const whole = await synthesised()
const around = await cloudAround()
afterAll(() => around[Symbol.asyncDispose]())
const calls = new Map<string, ReadonlySet<string>>()
/** Starts a function whose calls are watched. */
async function start(place: string) {
  const { environment, needed } = await around.watched()
  calls.set(place, needed)
  return deploy(whole, place, environment)
}

/** The new items of a table as its stream tells them. */
async function streamed(table: 'events' | 'letters', prefix: string) {
  const { Items = [] } = await around.database.client.send(new ScanCommand({ TableName: around.database.tables[table] }))
  return Items.filter(({ pk }) => String(pk).startsWith(prefix)).map((item, at) => {
    const image = marshall(item)
    const dynamodb = { Keys: { pk: image['pk'], sk: image['sk'] }, NewImage: image, SequenceNumber: String(at) }
    return { eventName: 'INSERT', dynamodb }
  })
}

const secrets = secretsOf(around.identitySecret)
const somebody = aPersonOf(anOrganisation().id)
const body = JSON.stringify({ mail: mailOf(somebody), locale: 'en' })

describe('the deployed functions', () => {
  it('bring a letter that somebody asks for from the front door to SES, once, and end news to who complains', async () => {
    const person = aStoredPerson(somebody, secrets)
    await commit(around.database, new Date(), { writes: personWrites(around.database, null, person), events: [] })
    await using api = await start('FrontDoor/HttpApi')
    const headers = { 'content-type': 'application/json', 'content-length': String(body.length), origin: 'https://kunak.example' }
    const asked = await api.invoke({
      ...http,
      rawPath: '/api/v1/sign-in',
      headers: { ...http.headers, ...headers },
      requestContext: { ...http.requestContext, http: { ...http.requestContext.http, method: 'POST' } },
      body,
    })
    expect(asked).toMatchObject({ statusCode: 202 })

    await using teller = await start('Letters/Teller')
    expect(await teller.invoke({ Records: await streamed('events', 'SIGN_IN#') })).toEqual({ batchItemFailures: [] })
    await using sender = await start('Letters/Sender')
    const jobs = await streamed('letters', 'LETTERS#')
    expect(jobs).toHaveLength(1)
    expect(await sender.invoke({ Records: [...jobs, ...jobs] })).toEqual({ batchItemFailures: [] })
    expect(around.letters).toEqual([expect.stringContaining(`To: ${mailOf(somebody)}`)])

    await using hearer = await start('Letters/Hearer')
    const complainedRecipients = [{ emailAddress: mailOf(somebody) }]
    await hearer.invoke({ detail: { eventType: 'Complaint', complaint: { complainedRecipients } } })
    expect(await loadPerson(around.database, somebody.personId)).toMatchObject({ undeliverable: 'complained' })
    const logs = api.log() + teller.log() + sender.log() + hearer.log()
    expect(logs.match(new RegExp(`${mailOf(somebody)}|${somebody.personId}|of the tests`, 'i'))).toBeNull()
    expect(logs).toContain('"worker":"send-letters"')
    expect(logs).not.toContain('fault')
  })

  it('call nothing on the way that their roles may not call', () => {
    const rights = privilegesOf(whole)
    for (const [place, needed] of calls) {
      const may = rights.get(`${place}/Role`) ?? []
      expect(needed.size).toBeGreaterThan(1)
      expect([...needed].filter((spellings) => !spellings.split(' | ').some((right) => may.includes(right)))).toEqual([])
    }
    expect(calls.size).toBe(4)
  })
})
