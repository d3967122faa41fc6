import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { type Actor, newUlid, ok, refuse, type Result } from '@kunak/contracts'
import type { Database } from './database.ts'

export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

/** What happened, to whom, by whom. It is the outbox that wakes the workers and the audit entry in one: append-only. */
export interface Event {
  readonly type: string
  /** The partition of what it happened to, such as `ORGANISATION#01…`; events about one thing are read together, in order. */
  readonly subject: string
  readonly actor: Actor | 'system' | null
  /** Codes and ids only: never a name, an address or a text that somebody wrote. */
  readonly data: Readonly<Record<string, string | number | boolean>>
}

/** Whether a change was saved, or somebody else was faster. */
export type Saved = Result<undefined, { readonly code: 'changed_meanwhile' }>

/**
 * Writes a change in one transaction: its writes (each with the condition that names the state it was decided on) and its events.
 * Refuses with `changed_meanwhile` when a condition no longer holds or another transaction holds an item; then nothing is written.
 */
export async function commit(
  database: Database,
  now: Date,
  change: { readonly writes: readonly Write[]; readonly events: readonly Event[] },
): Promise<Saved> {
  const events = change.events.map(({ subject, ...event }): Write => ({
    Put: {
      TableName: database.tables.events,
      Item: { pk: subject, sk: newUlid(now.getTime()), at: now.toISOString(), ...event },
    },
  }))
  try {
    await database.client.send(new TransactWriteCommand({ TransactItems: [...change.writes, ...events] }))
    return ok(undefined)
  } catch (error) {
    if (isLostRace(error)) return refuse({ code: 'changed_meanwhile' })
    throw error
  }
}

/** Whether a transaction was refused because somebody else was faster. */
export function isLostRace(error: unknown): boolean {
  if (!(error instanceof Error) || error.name !== 'TransactionCanceledException') return false
  const reasons = (error as Error & { CancellationReasons?: { Code?: string }[] }).CancellationReasons ?? []
  return reasons.some(({ Code }) => Code === 'ConditionalCheckFailed' || Code === 'TransactionConflict')
}
