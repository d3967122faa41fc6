import { OrganisationId, PersonId } from '@kunak/contracts'
import { Subscription } from '@kunak/contracts/alerts'
import { defaultSubscription, type Subscriber } from '@kunak/domain/alerts'
import * as z from 'zod'
import type { Write } from '../commit.ts'
import type { Database } from '../database.ts'
import { coordinatorsPartition, subscriberKey, subscriberPartitions } from '../identity/index.ts'
import { type Item, loadItem, loadItems } from '../load-items.ts'
import { inPartition, queryAll } from '../query-items.ts'

/** What her account has written beside what she has chosen; `said` is missing while she has not. */
const SubscriberItem = z.object({
  sk: PersonId,
  organisations: z.array(OrganisationId).default([]),
  isCoordinator: z.boolean().default(false),
  takesMail: z.boolean().default(false),
  takesPush: z.boolean().default(false),
  said: z.string().optional(),
})
const Said = Subscription.omit({ personId: true })

/** To what somebody has subscribed (strongly consistent); what holds for everybody where she has not chosen. */
export async function loadSubscription(database: Database, personId: PersonId): Promise<Subscription> {
  const item = await loadItem(database, 'identity', subscriberKey(personId))
  return item ? readSubscriber(item, new Map()).subscription : defaultSubscription(personId)
}

/** What writes to what she has subscribed, beside what her account keeps there. */
export function subscriptionWrite({ tables }: Database, { personId, ...said }: Subscription): Write {
  return {
    Update: {
      TableName: tables.identity,
      Key: { ...subscriberKey(personId) },
      UpdateExpression: 'SET said = :said',
      ExpressionAttributeValues: { ':said': JSON.stringify(Said.parse(said)) },
    },
  }
}

/** Some subscribers as they are now (strongly consistent); who is none is left out. */
export async function loadSubscribers(database: Database, ids: readonly PersonId[]): Promise<Subscriber[]> {
  return readAll(await loadItems(database, 'identity', ids.map(subscriberKey)))
}

/** Everybody who is a subscriber: all people of all organisations, and coordinators. A few dozen pages for a hundred thousand. */
export async function loadAllSubscribers(database: Database): Promise<Subscriber[]> {
  const each = await Promise.all(subscriberPartitions.map((pk) => queryAll(database, 'identity', inPartition(pk))))
  return readAll(each.flat())
}

/** All coordinators (strongly consistent). */
export async function listCoordinators(database: Database): Promise<PersonId[]> {
  return (await queryAll(database, 'identity', inPartition(coordinatorsPartition))).map(({ sk }) => PersonId.parse(sk))
}

function readAll(items: readonly (Item | undefined)[]): Subscriber[] {
  const known = new Map<string, z.infer<typeof Said>>()
  return items.flatMap((item) => (item ? [readSubscriber(item, known)] : []))
}

/** Many have said the same, which is read once. */
function readSubscriber(item: Item, known: Map<string, z.infer<typeof Said>>): Subscriber {
  const { sk: personId, said, ...account } = SubscriberItem.parse(item)
  if (said === undefined) return { personId, ...account, subscription: defaultSubscription(personId) }
  const chosen = known.get(said) ?? Said.parse(JSON.parse(said))
  known.set(said, chosen)
  return { personId, ...account, subscription: { personId, ...chosen } }
}
