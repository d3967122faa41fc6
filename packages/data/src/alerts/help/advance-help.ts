import { PledgeId } from '@kunak/contracts'
import { alertAsOf, isAskingAgain, lapsePledge } from '@kunak/domain/alerts'
import { doEach } from '../../do-each.ts'
import { type ItemKey, loadItem } from '../../load-items.ts'
import { alertIdOf, alertSubject } from '../alert-key.ts'
import { type AlertStore, loadAlert } from '../alerts.ts'
import { dueHelp, loadDue } from '../due.ts'
import { countAnswers } from './answers.ts'
import { loadPledge, loadTally, savePledge } from './pledges.ts'
import { endDue, isAskAgain, reminderOf } from './reminders.ts'

const mostFaults = 5

/**
 * Does what has become due below alerts: offers and promises whose time is over lapse, and what they held is unmet again; whoever asked
 * to be reminded is; those who have not answered are asked once more. Called late, twice, or beside another it comes to the same end.
 * One that breaks keeps nothing else from being done; then it throws.
 */
export async function advanceHelp(store: AlertStore, now: Date): Promise<void> {
  await doEach(await loadDue(store.database, now, dueHelp), (key) => advance(store, now, key), mostFaults)
}

async function advance(store: AlertStore, now: Date, key: ItemKey): Promise<void> {
  if (key.sk.startsWith('PLEDGE#')) await lapse(store, now, key)
  else await remind(store, now, key)
}

async function lapse(store: AlertStore, now: Date, { pk, sk }: ItemKey): Promise<void> {
  const alertId = alertIdOf(pk)
  const id = PledgeId.safeParse(sk.slice('PLEDGE#'.length))
  const before = alertId && id.success ? await loadPledge(store, alertId, id.data) : null
  if (!before) return
  const change = lapsePledge(before, await loadTally(store, before.alertId, before.needId), now)
  // Who was faster has moved it on; what is still due then comes with the next minute.
  if (change) await savePledge(store, now, { change, actor: 'system' })
}

/** A reminder of what has ended meanwhile, and asking once more where enough have answered, end without a word. */
async function remind(store: AlertStore, now: Date, key: ItemKey): Promise<void> {
  const item = await loadItem(store.database, 'alerts', key)
  const alertId = alertIdOf(key.pk)
  const dueAt = String(item?.['dueAt'])
  if (!item || alertId === null || dueAt > now.toISOString()) return
  const stored = await loadAlert(store, alertId)
  const alert = stored && alertAsOf(stored, now)
  const personId = reminderOf(key)
  const isWanted =
    alert !== null &&
    (isAskAgain(key) ? isAskingAgain(alert, (await countAnswers(store.database, alertId)).can_help) : alert.state === 'active')
  const told = personId === null ? { type: 'alert_asked_again', data: {} } : { type: 'alert_reminder_due', data: { personId } }
  const event = isWanted ? { ...told, subject: alertSubject(alertId), actor: 'system' as const } : null
  await endDue(store.database, now, { key, dueAt, event })
}
