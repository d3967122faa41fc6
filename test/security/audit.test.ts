import { PutCommand, QueryCommand, DeleteCommand } from '@aws-sdk/lib-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { auditKeysOf, readWholeLog } from '@kunak/data/identity'
import { findAuditFault } from '@kunak/domain/identity'
import { sealAudit } from '@kunak/functions/seal-audit'
import { anApi, anOrganisation, aPersonOf, aProfile, storyTime, type TestApi } from '@kunak/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

type StreamRecord = Parameters<typeof sealAudit>[1][number]

const own = anOrganisation()
const steward = aPersonOf(own.id)
const keys = auditKeysOf('a secret of the tests')
const sealedBefore = new Date('2026-11-23T09:00:00Z')

let house: TestApi
beforeAll(async () => {
  house = await anApi()
  await house.put(own)
})
afterAll(() => house[Symbol.asyncDispose]())

const look = async () => findAuditFault(await readWholeLog(house.database), { isSigned: keys.isSigned, sealedBefore })

/** The stored events about the organisation, as the table's stream carries them. */
async function records(): Promise<StreamRecord[]> {
  const { client, tables } = house.database
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: tables.events,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `ORGANISATION#${own.id}` },
    }),
  )
  return Items.map((item) => ({ eventName: 'INSERT', dynamodb: { NewImage: marshall(item) as never } }))
}

const seal = (some: readonly StreamRecord[]) =>
  sealAudit({ database: house.database, keys, now: () => new Date(storyTime) }, some)

describe('what happened', () => {
  it('is sealed in links that follow each other, also when two seal at once or a batch comes twice', async () => {
    const edit = await house.ask(steward, 'PUT', `/api/v1/organisations/${own.id}`, {
      json: aProfile({ acronym: 'НОВ' }),
      headers: { 'if-match': '"1"' },
    })
    expect(edit.status).toBe(200)
    expect(await look()).toMatchObject({ code: 'entry_not_sealed' })
    const [first, ...others] = await records()
    await Promise.all([seal([first!]), seal(others), seal([first!])])
    await seal([{ eventName: 'REMOVE', dynamodb: {} }])
    expect(await look()).toBeNull()
    expect((await readWholeLog(house.database)).links.map(({ seq }) => seq)).toEqual([1, 2, 3])
  })

  it('that cannot be read is handed over again, and what came with it is sealed', async () => {
    const image = { pk: { S: `ORGANISATION#${own.id}` }, sk: { S: 'no id' } }
    const unreadable: StreamRecord = { eventName: 'INSERT', dynamodb: { SequenceNumber: '7', NewImage: image } }
    expect(await seal([unreadable, ...(await records())])).toEqual([{ itemIdentifier: '7' }])
    expect(await look()).toBeNull()
  })

  it('names nobody: whoever did it is a commitment that only her account opens', async () => {
    const { entries } = await readWholeLog(house.database)
    expect(entries.map(({ type }) => type).sort()).toEqual(['organisation_listed', 'profile_edited'])
    expect(JSON.stringify(entries)).not.toContain(steward.personId)
    expect(entries.find(({ type }) => type === 'profile_edited')?.actor).toMatch(/^[\w-]{43}$/)
  })

  it('cannot be changed or taken away in the store without being found', async () => {
    const { client, tables } = house.database
    const { Items: [stored] = [] } = await client.send(
      new QueryCommand({
        TableName: tables.events,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `ORGANISATION#${own.id}` },
      }),
    )
    await client.send(new PutCommand({ TableName: tables.events, Item: { ...stored, actor: null, type: 'nothing_happened' } }))
    expect(await look()).toMatchObject({ code: 'entry_changed' })
    await client.send(new DeleteCommand({ TableName: tables.events, Key: { pk: stored?.['pk'], sk: stored?.['sk'] } }))
    expect(await look()).toMatchObject({ code: 'entry_missing' })
    await client.send(new PutCommand({ TableName: tables.events, Item: stored! }))
    expect(await look()).toBeNull()
  })
})
