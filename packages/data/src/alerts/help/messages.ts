import { type AlertId, type PledgeId } from '@kunak/contracts'
import { type Pledge, PledgeMessage } from '@kunak/contracts/alerts'
import { commit, type Event, type Saved, type Write } from '../../commit.ts'
import { isAsRead } from '../../conditions.ts'
import type { Database } from '../../database.ts'
import { inPartition, queryAll } from '../../query-items.ts'
import { alertKey, alertSubject } from '../alert-key.ts'
import type { AlertStore } from '../alerts.ts'
import { keptUntil, traceWrites } from './traces.ts'

const messagesOf = (id: PledgeId) => `MESSAGE#${id}#`

/** What the two sides of a pledge have said to each other, oldest first (strongly consistent). */
export async function listMessages({ database, secrets }: AlertStore, alertId: AlertId, id: PledgeId): Promise<PledgeMessage[]> {
  const items = await queryAll(database, 'alerts', inPartition(alertKey(alertId).pk, messagesOf(id)))
  return items.map((item) => PledgeMessage.parse(JSON.parse(secrets.unseal(String(item['sealed'])))))
}

/** Writes a message with its event, unless one is there under its id. */
export function saveMessage(
  store: AlertStore,
  now: Date,
  { pledge, message, actor }: { readonly pledge: Pledge; readonly message: PledgeMessage; readonly actor: Event['actor'] },
): Promise<Saved> {
  const { alertId } = pledge
  const said = { Put: { ...messagePut(store, now, { alertId, message }), ...isAsRead(null) } }
  return commit(store.database, now, {
    writes: [said, ...traceWrites(store.database, now, { alertId, personId: message.writerId })],
    events: [{ type: 'pledge_message', subject: alertSubject(alertId), actor, data: { pledgeId: pledge.id, by: message.from } }],
  })
}

/** What writes a message as it now is, whatever stood there. */
export const messageWrite = (
  store: AlertStore,
  now: Date,
  said: { readonly alertId: AlertId; readonly message: PledgeMessage },
): Write => ({ Put: messagePut(store, now, said) })

function messagePut(
  { database, secrets }: { readonly database: Database; readonly secrets: AlertStore['secrets'] },
  now: Date,
  { alertId, message }: { readonly alertId: AlertId; readonly message: PledgeMessage },
) {
  const key = { pk: alertKey(alertId).pk, sk: `${messagesOf(message.pledgeId)}${message.id}` }
  const Item = { ...key, sealed: secrets.seal(JSON.stringify(message)), expiresAt: keptUntil(now) }
  return { TableName: database.tables.alerts, Item }
}
