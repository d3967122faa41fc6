import { PersonId } from '@kunak/contracts'
import { GuardianRequest, guardianRequestDays } from '@kunak/contracts/identity'
import type { Write } from '../commit.ts'
import type { Database } from '../database.ts'
import { inPartition, queryAll } from '../query-items.ts'

const dayMs = 86_400_000
const endOf = ({ askedAt }: GuardianRequest) => Date.parse(askedAt) + guardianRequestDays * dayMs
const askersKey = ({ personId, id }: GuardianRequest) => ({ pk: `PERSON#${personId}`, sk: `GUARDIAN_REQUEST#${id}` })
const askedsKey = ({ mailFingerprint, id }: GuardianRequest) => ({ pk: `GUARDIAN_ASKED#${mailFingerprint}`, sk: id })
const wardKey = (guardian: PersonId, ward: PersonId) => ({ pk: `PERSON#${guardian}`, sk: `WARD#${ward}` })

/** What writes an asking: where its sender finds it, and where whoever has that address does. */
export function guardianRequestWrites(database: Database, request: GuardianRequest): Write[] {
  const TableName = database.tables.identity
  const expiresAt = Math.ceil(endOf(request) / 1000)
  return [askersKey(request), askedsKey(request)].map((key) => ({ Put: { TableName, Item: { ...key, request, expiresAt } } }))
}

/** What takes an asking away; the transaction fails where it has been answered or taken back. */
export function endGuardianRequestWrites(database: Database, request: GuardianRequest): Write[] {
  const TableName = database.tables.identity
  return [askersKey(request), askedsKey(request)].map((Key) => ({
    Delete: { TableName, Key, ConditionExpression: 'attribute_exists(pk)' },
  }))
}

/** Whom somebody has asked to be her guardian and who has not answered yet. */
export function listGuardianRequests(database: Database, now: Date, personId: PersonId): Promise<GuardianRequest[]> {
  return living(database, now, inPartition(`PERSON#${personId}`, 'GUARDIAN_REQUEST#'))
}

/** Who has asked whoever has this address. */
export function listGuardianRequestsTo(database: Database, now: Date, mailFingerprint: string): Promise<GuardianRequest[]> {
  return living(database, now, inPartition(`GUARDIAN_ASKED#${mailFingerprint}`))
}

/** What notes whose guardian somebody is, so that she finds her. */
export function wardWrite(database: Database, guardian: PersonId, ward: PersonId): Write {
  return { Put: { TableName: database.tables.identity, Item: wardKey(guardian, ward) } }
}

export function endWardWrite(database: Database, guardian: PersonId, ward: PersonId): Write {
  return { Delete: { TableName: database.tables.identity, Key: wardKey(guardian, ward) } }
}

/** Whose guardian somebody is. */
export async function listWards(database: Database, guardian: PersonId): Promise<PersonId[]> {
  const items = await queryAll(database, 'identity', inPartition(`PERSON#${guardian}`, 'WARD#'))
  return items.map((item) => PersonId.parse(String(item['sk']).slice('WARD#'.length)))
}

async function living(database: Database, now: Date, place: ReturnType<typeof inPartition>): Promise<GuardianRequest[]> {
  const items = await queryAll(database, 'identity', place)
  return items.map((item) => GuardianRequest.parse(item['request'])).filter((request) => now.getTime() < endOf(request))
}
