import { refuse, type AlertId, ok, type PersonId } from '@kunak/contracts'
import { forgetPerson as decide, type AlertList } from '@kunak/domain/alerts'
import { commit, type Saved } from '../commit.ts'
import { listAlertIds } from './alert-lists.ts'
import { type AlertStore, alertWrites, loadAlert } from './alerts.ts'
import { discardWrites } from './discard-draft.ts'
import { forgetNotices } from './notices.ts'

const pageLength = 100
const mostTries = 5

/**
 * Takes somebody out of all alerts: her drafts are gone, and those that she wrote or confirmed no longer say that it was she. No event
 * says which these were.
 */
export async function forgetPersonInAlerts(store: AlertStore, now: Date, personId: PersonId): Promise<Saved> {
  const lists: AlertList[] = [`PERSON#${personId}`]
  for (const isOpen of [true, false]) {
    let before: AlertId | undefined
    do {
      const ids: AlertId[] = await listAlertIds(store.database, { lists, isOpen, before, limit: pageLength })
      for (const id of ids) {
        const forgotten = await forgetIn(store, now, { id, personId })
        if (!forgotten.ok) return forgotten
      }
      before = ids.at(-1)
    } while (before !== undefined)
  }
  await forgetNotices(store.database, personId)
  return ok(undefined)
}

async function forgetIn(
  store: AlertStore,
  now: Date,
  { id, personId }: { readonly id: AlertId; readonly personId: PersonId },
): Promise<Saved> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const before = await loadAlert(store, id)
    if (!before) return ok(undefined)
    const after = decide(before, personId)
    const writes = after ? alertWrites(store, before, after) : discardWrites(store, before)
    const saved = await commit(store.database, now, { writes, events: [] })
    if (saved.ok) return saved
  }
  return refuse({ code: 'changed_meanwhile' })
}
