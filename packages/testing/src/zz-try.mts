import { readFileSync, mkdtempSync } from 'node:fs'
import { freshDatabase, fixedClock, countedIds } from './index.ts'
import { createSearch, folderSnapshots, runImport } from '@kunak/data/directory'
import { outlineImport, planImport } from '@kunak/domain/directory'
await using database = await freshDatabase()
const now = fixedClock('2026-11-22T09:00:00Z')
const dir = mkdtempSync('/tmp/lib/t/x')
const search = createSearch({ database, snapshots: folderSnapshots(dir + '/p'), folder: dir + '/c', now })
const newId = (await import('@kunak/contracts')).newUlid
const bytes = readFileSync(process.argv[2]!)
const o = outlineImport({ bytes, format: 'csv' }, { maxMegabytes: 5, source: 'x', now: now() })
if (!o.ok) throw o
for (const isDryRun of [true, false, false]) {
  const t = Date.now()
  const p = planImport({ bytes, format: 'csv' }, { maxMegabytes: 5, mapping: o.value.mapping, now: now() })
  if (!p.ok) throw p
  const sums: any = {}
  const list: any[] = []
  for await (const r of runImport({ database, search, now, newId: () => newId(Date.now()), doNotListKey: 'k', actor: null, mapping: o.value.mapping, isDryRun }, p.value)) { sums[r.outcome] = (sums[r.outcome] ?? 0) + 1; list.push(r) }
  console.log(isDryRun, sums, Date.now() - t, 'ms', list.filter((r) => r.outcome === 'reported').map((r) => r.row).join(' '))
  if (!isDryRun) console.log(list.filter((r) => r.outcome === 'reported' && !['perhaps_same_row','no_name'].includes(r.problems[0].code)).map((r) => [r.row, r.problems[0]]))
}
search.close()
process.exit(0)
