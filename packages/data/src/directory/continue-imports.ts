import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Database } from '../database.ts'
import { loadItem } from '../load-items.ts'
import { importsDueIn } from './change-import.ts'
import { type ImportWorker, workOnImport } from './work-on-import.ts'

const minuteMs = 60_000
// The index is read a little late and again, because it may show an item only some seconds after it was written.
const overlapMinutes = 5
const mostMinutesBack = 24 * 60
const clockKey = { pk: 'CLOCK', sk: 'IMPORTS' }

/**
 * Goes on with every running import that has become due since this was last done, for at most `budgetMs` in all. What is left is due
 * again in the next minute; an import that another worker has is left to it. One that breaks does not keep the others from going on:
 * its fault is thrown when they are done.
 */
export async function continueImports(worker: ImportWorker, budgetMs: number): Promise<void> {
  const { database, now } = worker
  const stop = performance.now() + budgetMs
  const thisMinute = Math.floor(now().getTime() / minuteMs)
  const lookedUpTo = await loadClock(database)
  const first = Math.max((lookedUpTo ?? thisMinute) - overlapMinutes, thisMinute - mostMinutesBack)
  const seen = new Set<string>()
  let fault: unknown
  for (let minute = first; minute <= thisMinute; minute += 1)
    for (const stored of await importsDueIn(database, new Date(minute * minuteMs).toISOString().slice(0, 16))) {
      const budget = stop - performance.now()
      if (seen.has(stored.sk)) continue
      seen.add(stored.sk)
      // The clock stays where it was, so that what nobody has come to is found again.
      if (budget <= 0) return
      await workOnImport(worker, stored, budget).catch((error: unknown) => (fault ??= error))
    }
  await database.client.send(new PutCommand({ TableName: database.tables.directory, Item: { ...clockKey, upTo: thisMinute } }))
  if (fault !== undefined) throw fault as Error
}

async function loadClock(database: Database): Promise<number | null> {
  const item = await loadItem(database, 'directory', clockKey)
  return typeof item?.['upTo'] === 'number' ? item['upTo'] : null
}
