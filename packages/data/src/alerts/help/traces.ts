import type { AlertId, PersonId } from '@kunak/contracts'
import type { Write } from '../../commit.ts'
import type { Database } from '../../database.ts'
import { alertSubject } from '../alert-key.ts'

/** Nothing below an alert outlives it: it lives ten months at most, and is forgotten a year later. When it is, all of this goes at once. */
const keptMonthsMs = 24 * 30.5 * 86_400_000

/** Until when what is kept below an alert is kept at the very longest, in seconds since 1970. */
export const keptUntil = (now: Date): number => Math.floor((now.getTime() + keptMonthsMs) / 1000)

/** Where an alert names somebody, and where she names the alert, so that both are found when one of them is gone. */
export const traceKeys = (id: AlertId, personId: PersonId) => [
  { pk: alertSubject(id), sk: `PERSON#${personId}` },
  traceOf(`PERSON#${personId}`, id),
]

/** Where somebody, called as the items below an alert call her, names that alert. */
export const traceOf = (person: string, id: AlertId) => ({ pk: person, sk: `HELP#${id}` })

/** What notes that somebody has left something of hers below an alert. */
export function traceWrites(
  { tables }: Database,
  now: Date,
  { alertId, personId }: { readonly alertId: AlertId; readonly personId: PersonId | null },
): Write[] {
  if (personId === null) return []
  const expiresAt = keptUntil(now)
  return traceKeys(alertId, personId).map((key) => ({ Put: { TableName: tables.alerts, Item: { ...key, expiresAt } } }))
}
