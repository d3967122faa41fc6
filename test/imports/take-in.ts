import { newUlid } from '@kunak/contracts'
import type { ImportFormat } from '@kunak/contracts/directory'
import { type ImportRun, type RowResult, runImport, sumsOf } from '@kunak/data/directory'
import { outlineImport, planImport } from '@kunak/domain/directory'
import type { TestApi } from '@kunak/testing'

/** Takes a list in as the command line does, with the guessed mapping; stops after `stopAfter` rows as a killed process would. */
export async function takeIn(
  house: TestApi,
  text: string,
  {
    stopAfter = Infinity,
    format = 'csv',
    source = 'list',
    ...said
  }: Partial<ImportRun> & { stopAfter?: number; format?: ImportFormat; source?: string } = {},
) {
  const { database, search, keys, now } = house.dependencies
  const file = { bytes: new TextEncoder().encode(text), format }
  const outline = outlineImport(file, { maxMegabytes: 5, source, now: now() })
  if (!outline.ok) throw new Error(outline.refusal.code)
  const { mapping } = outline.value
  const planned = planImport(file, { maxMegabytes: 5, mapping, now: now() })
  if (!planned.ok) throw new Error(planned.refusal.code)
  const results: RowResult[] = []
  const run = {
    database,
    search,
    now,
    newId: () => newUlid(now().getTime()),
    doNotListKey: keys.doNotList,
    actor: null,
    mapping,
    isDryRun: false,
  }
  for await (const result of runImport({ ...run, ...said }, planned.value)) {
    results.push(result)
    if (results.length >= stopAfter) break
  }
  return { results, sums: sumsOf(results) }
}
