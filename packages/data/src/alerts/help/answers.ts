import { type AlertId, type PersonId } from '@kunak/contracts'
import { AlertAnswer, type AnswerCounts } from '@kunak/contracts/alerts'
import { commit, type Event, type Saved } from '../../commit.ts'
import { isAsRead } from '../../conditions.ts'
import type { Database } from '../../database.ts'
import { type Item, loadItem } from '../../load-items.ts'
import { inPartition, queryAll, queryItems } from '../../query-items.ts'
import { alertKey, alertSubject } from '../alert-key.ts'
import type { AlertStore } from '../alerts.ts'
import { keptUntil, traceWrites } from './traces.ts'

const answerKey = (id: AlertId, personId: PersonId) => ({ pk: alertKey(id).pk, sk: `ACK#${personId}` })

/** What somebody has answered to an alert (strongly consistent), or null. */
export async function loadAnswer(
  { database, secrets }: AlertStore,
  id: AlertId,
  personId: PersonId,
): Promise<AlertAnswer | null> {
  const item = await loadItem(database, 'alerts', answerKey(id, personId))
  return item ? answerOf(secrets, item) : null
}

/** Everything that was answered to an alert. */
export async function listAnswers({ database, secrets }: AlertStore, id: AlertId): Promise<AlertAnswer[]> {
  const items = await queryAll(database, 'alerts', inPartition(alertKey(id).pk, 'ACK#'))
  return items.map((item) => answerOf(secrets, item))
}

/** How many people have answered what (strongly consistent); nothing is opened for it. */
export async function countAnswers(database: Database, id: AlertId): Promise<AnswerCounts> {
  const counts = { seen: 0, can_help: 0, cannot: 0 }
  for await (const item of queryItems(database, 'alerts', inPartition(alertKey(id).pk, 'ACK#')))
    counts[AlertAnswer.shape.answer.parse(item['answer'])] += 1
  return counts
}

/** Writes an answer with its event, if she has said nothing else meanwhile. */
export function saveAnswer(
  { database, secrets }: AlertStore,
  now: Date,
  { alertId, after, actor }: { readonly alertId: AlertId; readonly after: AlertAnswer; readonly actor: Event['actor'] },
): Promise<Saved> {
  const { version, personId, answer, at, organisationId } = after
  const sealed = secrets.seal(JSON.stringify({ organisationId, at }))
  const Item = { ...answerKey(alertId, personId), version, answer, sealed, expiresAt: keptUntil(now) }
  return commit(database, now, {
    writes: [
      { Put: { TableName: database.tables.alerts, Item, ...isAsRead({ version: version - 1 }) } },
      ...traceWrites(database, now, { alertId, personId }),
    ],
    events: [{ type: 'alert_answered', subject: alertSubject(alertId), actor, data: { answer } }],
  })
}

function answerOf(secrets: AlertStore['secrets'], { sk, version, answer, sealed }: Item): AlertAnswer {
  const said = JSON.parse(secrets.unseal(String(sealed))) as object
  return AlertAnswer.parse({ ...said, personId: String(sk).slice('ACK#'.length), version, answer })
}
