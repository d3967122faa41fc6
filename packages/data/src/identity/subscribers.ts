import type { PersonId } from '@kunak/contracts'
import type { Person } from '@kunak/contracts/identity'
import type { Write } from '../commit.ts'
import type { Database } from '../database.ts'
import { type ItemKey } from '../load-items.ts'

/** The partitions of subscribers, by the last character of an id, which is chance: all are read together, each in one or two pages. */
export const subscriberPartitions = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'].map((last) => `SUBSCRIBERS#${last}`)

/** Where it is kept to what somebody has subscribed, beside what her account says of it. */
export const subscriberKey = (id: PersonId): ItemKey => ({ pk: `SUBSCRIBERS#${id.slice(-1)}`, sk: id })

/** The partition of the keys of all coordinators. */
export const coordinatorsPartition = 'COORDINATORS'

/**
 * What keeps beside an account what telling people of an alert needs of it, so that ten thousand accounts need not be read for one: that
 * she is there as a subscriber from her first organisation on, and whether she is on the list of coordinators.
 */
export function subscriberWrites({ tables }: Database, before: Person | null, after: Person): Write[] {
  const TableName = tables.identity
  const was = before && accountPart(before)
  const is = accountPart(after)
  const begins = is.organisations.length > 0 || is.isCoordinator
  const isSame = was !== null && JSON.stringify(was) === JSON.stringify(is)
  const Key = { pk: coordinatorsPartition, sk: after.id }
  return [
    ...(isSame || (was === null && !begins)
      ? []
      : [{ Update: { TableName, Key: { ...subscriberKey(after.id) }, ...setting(is) } }]),
    ...(is.isCoordinator && !was?.isCoordinator ? [{ Put: { TableName, Item: Key } }] : []),
    ...(was?.isCoordinator && !is.isCoordinator ? [{ Delete: { TableName, Key } }] : []),
  ]
}

/** What takes a subscriber away with her account. */
export function subscriberGoneWrites({ tables }: Database, { id, isCoordinator }: Pick<Person, 'id' | 'isCoordinator'>): Write[] {
  const TableName = tables.identity
  return [
    { Delete: { TableName, Key: { ...subscriberKey(id) } } },
    ...(isCoordinator ? [{ Delete: { TableName, Key: { pk: coordinatorsPartition, sk: id } } }] : []),
  ]
}

function accountPart({ memberships, isCoordinator, wantsLetters, undeliverable }: Person) {
  return {
    organisations: memberships.map(({ organisationId }) => organisationId).sort(),
    isCoordinator,
    takesMail: wantsLetters && undeliverable === null,
  }
}

function setting({ organisations, isCoordinator, takesMail }: ReturnType<typeof accountPart>) {
  return {
    UpdateExpression: 'SET organisations = :organisations, isCoordinator = :isCoordinator, takesMail = :takesMail',
    ExpressionAttributeValues: { ':organisations': organisations, ':isCoordinator': isCoordinator, ':takesMail': takesMail },
  }
}
