import type { Alert } from '@kunak/contracts/alerts'
import { isOpen, listsOf } from '@kunak/domain/alerts'
import { commit, type Event, type Saved, type Write } from '../commit.ts'
import { isAsRead } from '../conditions.ts'
import { alertListWrites } from './alert-lists.ts'
import { alertKey, alertSubject } from './alert-key.ts'
import type { AlertStore } from './alerts.ts'

/** What takes a draft out of the store as if it had never been written, if it still is as it was read. */
export function discardWrites({ database }: Pick<AlertStore, 'database'>, draft: Alert): Write[] {
  return [
    { Delete: { TableName: database.tables.alerts, Key: alertKey(draft.id), ...isAsRead(draft) } },
    ...alertListWrites(database, draft.id, {
      before: { lists: listsOf(draft), isOpen: isOpen(draft) },
      after: { lists: [], isOpen: true },
    }),
  ]
}

/** Throws a draft away. Refuses when it was changed, or sent, meanwhile. */
export function discardDraft(
  store: Pick<AlertStore, 'database'>,
  now: Date,
  { draft, actor }: { readonly draft: Alert; readonly actor: Event['actor'] },
): Promise<Saved> {
  return commit(store.database, now, {
    writes: discardWrites(store, draft),
    events: [{ type: 'alert_discarded', subject: alertSubject(draft.id), actor, data: {} }],
  })
}
