import { type AlertId, ok, type PersonId, refuse } from '@kunak/contracts'
import { commit, type Saved, type Write } from '../../commit.ts'
import { deleteItem } from '../../delete-item.ts'
import { alertKey } from '../alert-key.ts'
import type { AlertStore } from '../alerts.ts'
import { alertsHelpedBy } from './help-of-person.ts'
import { listMessages, messageWrite } from './messages.ts'
import { listPledges, pledgeWrite } from './pledges.ts'
import { traceKeys } from './traces.ts'

const mostTries = 5

/**
 * Takes somebody out of what she has left below alerts: her answers and reminders are gone, her pledges and messages stay with her
 * organisation and no longer say that it was she.
 */
export async function forgetHelper(store: AlertStore, now: Date, personId: PersonId): Promise<Saved> {
  for (const id of await alertsHelpedBy(store, personId)) {
    const forgotten = await forgetBelow(store, now, { id, personId })
    if (!forgotten.ok) return forgotten
    await removeTraces(store, id, personId)
  }
  return ok(undefined)
}

async function forgetBelow(
  store: AlertStore,
  now: Date,
  { id, personId }: { readonly id: AlertId; readonly personId: PersonId },
): Promise<Saved> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const saved = await commitEach(store, now, await writesWithout(store, now, { id, personId }))
    if (saved.ok) return saved
  }
  return refuse({ code: 'changed_meanwhile' })
}

async function writesWithout(
  store: AlertStore,
  now: Date,
  { id, personId }: { id: AlertId; personId: PersonId },
): Promise<Write[]> {
  const pledges = await listPledges(store, id)
  const messages = (await Promise.all(pledges.map((pledge) => listMessages(store, id, pledge.id)))).flat()
  return [
    ...pledges
      .filter(({ pledgerId }) => pledgerId === personId)
      .map((pledge) => pledgeWrite(store, now, { ...pledge, pledgerId: null, version: pledge.version + 1 })),
    ...messages
      .filter(({ writerId }) => writerId === personId)
      .map((message) => messageWrite(store, now, { alertId: id, message: { ...message, writerId: null } })),
  ]
}

/** One after another: they need not happen together, and each is as it should be whoever comes again. */
async function commitEach({ database }: AlertStore, now: Date, writes: readonly Write[]): Promise<Saved> {
  for (const write of writes) {
    const saved = await commit(database, now, { writes: [write], events: [] })
    if (!saved.ok) return saved
  }
  return ok(undefined)
}

async function removeTraces({ database }: AlertStore, id: AlertId, personId: PersonId): Promise<void> {
  const { pk } = alertKey(id)
  // The trace that leads here goes last: until then whoever comes again finds what is left.
  const keys = [{ pk, sk: `ACK#${personId}` }, { pk, sk: `REMIND#${personId}` }, ...traceKeys(id, personId)]
  for (const key of keys) await deleteItem(database, 'alerts', key)
}
