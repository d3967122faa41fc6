import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { keepsPromise, type Row } from './row.ts'

/** `pnpm bench [name…]`: runs the named benches, or every file here that exports `bench`; a table, then one JSON line a number. */
const asked = process.argv.slice(2)
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.slice(0, -'.ts'.length))
const unknown = asked.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  console.error(`There is no bench called ${unknown.join(', ')}.`)
  process.exit(1)
}

const rows: Row[] = []
for (const name of asked.length > 0 ? asked : names) {
  const measured: { readonly bench?: () => Promise<readonly Row[]> } = await import(join(import.meta.dirname, `${name}.ts`))
  if (measured.bench) rows.push(...(await measured.bench()))
}
console.log(tableOf(rows))
for (const row of rows) console.log(JSON.stringify(row))
process.exitCode = rows.some((row) => keepsPromise(row) === false) ? 1 : 0

function tableOf(all: readonly Row[]): string {
  const lines = all.map((row) => {
    const promise = row.atMost !== undefined ? `≤ ${row.atMost}` : row.atLeast !== undefined ? `≥ ${row.atLeast}` : ''
    const kept = { true: 'kept', false: 'BROKEN', null: '' }[`${keepsPromise(row)}`]
    return [row.bench, row.what, row.organisations?.toString() ?? '', shown(row.value), row.unit, promise, kept]
  })
  const head = ['bench', 'what', 'organisations', 'value', 'unit', 'promised', '']
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column]?.length ?? 0)))
  const text = (line: readonly string[]) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  return [text(head), text(widths.map((width) => '-'.repeat(width))), ...lines.map(text)].join('\n')
}

function shown(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2)
}
