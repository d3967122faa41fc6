import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { AlertId } from '@kunak/contracts'
import type { Alert } from '@kunak/contracts/alerts'
import { advanceAlert, isDraftOver } from '@kunak/domain/alerts'
import { unlessRefused } from '../conditions.ts'
import type { Database } from '../database.ts'
import { type ItemKey, loadItem } from '../load-items.ts'
import { alertIdOf, alertKey } from './alert-key.ts'
import { type AlertStore, alertOf, saveAlert } from './alerts.ts'
import { discardDraft } from './discard-draft.ts'
import { loadDue } from './due.ts'
import { forgetAnswers } from './forget-answers.ts'
import { countAnswers } from './help/answers.ts'

/** How long an alert is left alone that cannot be read, or with which something else broke, so that it does not stand before all others. */
const setAsideMs = { unreadable: 3_600_000, broken: 300_000 }

/** An alert is kept that cannot be read: its seal or its form is broken. */
class UnreadableAlert extends Error {
  override readonly name = 'UnreadableAlert'
}

/**
 * Does to each alert what time has made due, in the order in which it was due. Called late, twice, or beside another that does the
 * same, it comes to the same end: each change is decided on what is stored and saved only if that is still so, and a lost race is left
 * to the next minute. What cannot be done is set aside for a while and keeps nothing else from being done; then it throws. When even
 * that cannot be written the store is ill, and the next minute tries again.
 */
export async function advanceAlerts(store: AlertStore, now: Date): Promise<void> {
  const faults: Error[] = []
  for (const key of await loadDue(store.database, now)) {
    const id = alertIdOf(key.pk)
    if (id === null || key.sk !== alertKey(id).sk) continue
    try {
      await advance(store, now, id)
    } catch (fault) {
      faults.push(fault instanceof Error ? fault : new Error('What broke said nothing.'))
      await setAside(store.database, now, { key, for: fault instanceof UnreadableAlert ? 'unreadable' : 'broken' })
    }
  }
  const [first] = faults
  if (first !== undefined) throw first
}

async function advance(store: AlertStore, now: Date, id: AlertId): Promise<void> {
  let before = await readAlert(store, id)
  while (before) {
    if (isDraftOver(before, now)) {
      await discardDraft(store, now, { draft: before, actor: 'system' })
      return
    }
    const { can_help: canHelp } = await countAnswers(store.database, id)
    const change = advanceAlert(before, { now, canHelp })
    if (!change) return
    const { after, event } = change
    // First, because what is forgotten is never looked at again.
    if (event.type === 'alert_forgotten') await forgetAnswers(store.database, id)
    const saved = await saveAlert(store, now, { before, after, event: { ...event, actor: 'system' } })
    if (!saved.ok) return
    before = after
  }
}

async function readAlert({ database, secrets }: AlertStore, id: AlertId): Promise<Alert | null> {
  const item = await loadItem(database, 'alerts', alertKey(id))
  try {
    return alertOf(secrets, item)
  } catch (cause) {
    throw new UnreadableAlert('A stored alert cannot be read.', { cause })
  }
}

async function setAside(
  { client, tables }: Database,
  now: Date,
  aside: { readonly key: ItemKey; readonly for: keyof typeof setAsideMs },
): Promise<void> {
  const until = new Date(now.getTime() + setAsideMs[aside.for]).toISOString()
  const change = {
    UpdateExpression: 'SET dueAt = :until',
    ConditionExpression: 'dueAt <= :now',
    ExpressionAttributeValues: { ':until': until, ':now': now.toISOString() },
  }
  await unlessRefused(client.send(new UpdateCommand({ TableName: tables.alerts, Key: { ...aside.key }, ...change })))
}
