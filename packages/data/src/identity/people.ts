import { ok, PersonId, refuse } from '@kunak/contracts'
import { Person } from '@kunak/contracts/identity'
import { commit, type Event, type Saved, type Write } from '../commit.ts'
import { isAsRead } from '../conditions.ts'
import type { Database } from '../database.ts'
import { loadItem, loadItems } from '../load-items.ts'
import { hashOf } from './secrets-of.ts'
import { subscriberGoneWrites, subscriberWrites } from './subscribers.ts'

const personKey = (id: PersonId) => ({ pk: `PERSON#${id}`, sk: 'STATE' })
const passkeyKey = (credentialId: string) => ({ pk: `PASSKEY#${hashOf(credentialId)}`, sk: 'PERSON' })
const mailKey = (fingerprint: string) => ({ pk: `MAIL#${fingerprint}`, sk: 'PERSON' })

/** One account as it is now (strongly consistent), or null. */
export async function loadPerson(database: Database, id: PersonId): Promise<Person | null> {
  const item = await loadItem(database, 'identity', personKey(id))
  return item ? Person.parse(item['person']) : null
}

/** Many accounts as they are now, in the order asked for; those that are not there are left out. */
export async function loadPeople(database: Database, ids: readonly PersonId[]): Promise<Person[]> {
  const items = await loadItems(database, 'identity', ids.map(personKey))
  return items.flatMap((item) => (item ? [Person.parse(item['person'])] : []))
}

/** The account that a mail address belongs to, by its fingerprint (strongly consistent), or null. */
export async function findPersonByMail(database: Database, fingerprint: string): Promise<Person | null> {
  const item = await loadItem(database, 'identity', mailKey(fingerprint))
  return item ? loadPerson(database, PersonId.parse(item['personId'])) : null
}

/** The account that a passkey belongs to, by the id of its credential (strongly consistent), or null. */
export async function findPersonByPasskey(database: Database, credentialId: string): Promise<Person | null> {
  const item = await loadItem(database, 'identity', passkeyKey(credentialId))
  return item ? loadPerson(database, PersonId.parse(item['personId'])) : null
}

/** What keeps the passkeys' own items beside an account: each belongs to one person only. */
function passkeyWrites({ tables }: Database, before: Person | null, after: Person): Write[] {
  const TableName = tables.identity
  const had = new Set(before?.passkeys.map(({ id }) => id))
  const has = new Set(after.passkeys.map(({ id }) => id))
  const ConditionExpression = 'attribute_not_exists(pk)'
  return [
    ...[...has.difference(had)].map((id): Write => {
      return { Put: { TableName, Item: { ...passkeyKey(id), personId: after.id }, ConditionExpression } }
    }),
    ...[...had.difference(has)].map((id): Write => ({ Delete: { TableName, Key: passkeyKey(id) } })),
  ]
}

/**
 * What writes a new state of an account, if the state it was decided on (`before`; null for a new one) is still the stored one. A new
 * account takes its mail address; an address or a passkey that is taken refuses the whole transaction.
 */
export function personWrites(database: Database, before: Person | null, after: Person): Write[] {
  const TableName = database.tables.identity
  const others = [...passkeyWrites(database, before, after), ...subscriberWrites(database, before, after)]
  const state: Write = {
    Put: {
      TableName,
      Item: { ...personKey(after.id), version: after.version, person: after },
      ...isAsRead(before),
    },
  }
  if (before?.mailFingerprint === after.mailFingerprint) return [state, ...others]
  const taken: Write = {
    Put: {
      TableName,
      Item: { ...mailKey(after.mailFingerprint), personId: after.id },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  }
  if (before === null) return [state, ...others, taken]
  return [state, ...others, taken, { Delete: { TableName, Key: mailKey(before.mailFingerprint) } }]
}

/** What takes an account away, with its address and passkeys, if it is still the one that was read. */
export function personGoneWrites(database: Database, person: Person): Write[] {
  const TableName = database.tables.identity
  return [
    { Delete: { TableName, Key: personKey(person.id), ...isAsRead(person) } },
    { Delete: { TableName, Key: mailKey(person.mailFingerprint) } },
    ...person.passkeys.map((passkey): Write => ({ Delete: { TableName, Key: passkeyKey(passkey.id) } })),
    ...subscriberGoneWrites(database, person),
  ]
}

/** What refuses a transaction where an account is no longer the one that was read. */
export function personUnchanged({ tables }: Database, person: Pick<Person, 'id' | 'version'>): Write {
  return { ConditionCheck: { TableName: tables.identity, Key: personKey(person.id), ...isAsRead(person) } }
}

/** Saves an account alone, with the event that says what happened. */
export async function savePerson(
  database: Database,
  now: Date,
  change: {
    readonly before: Person | null
    readonly after: Person
    readonly event: Omit<Event, 'subject'>
    readonly also?: readonly Write[]
  },
): Promise<Saved> {
  const saved = await commit(database, now, {
    writes: [...personWrites(database, change.before, change.after), ...(change.also ?? [])],
    events: [{ ...change.event, subject: `PERSON#${change.after.id}` }],
  })
  return saved.ok ? ok(undefined) : refuse(saved.refusal)
}
