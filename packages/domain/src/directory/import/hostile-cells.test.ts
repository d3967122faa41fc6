import { ImportMapping, importTargets } from '@kunak/contracts/directory'
import { describe, expect, it } from 'vitest'
import { guessMapping } from './guess-mapping.ts'
import { planRows } from './plan-rows.ts'
import { readRows } from './read-rows.ts'
import { maxCellCharacters } from './read-table.ts'

const now = new Date('2026-11-22T09:00:00Z')
const long = (text: string) => text.repeat(Math.ceil(maxCellCharacters / text.length)).slice(0, maxCellCharacters)

// Each of these takes the square of its length, or worse, from a pattern that tries again at every letter.
const cells = ['\\', ',', ',x', 'a,', ';', '.', '@.', 'a@', 'я', 'я ', '"', "'", '=', ' ', '-', 'aaa.', '1', 'ا', '\u0301'].map(
  long,
)

// Time of this process alone, so that a busy machine changes nothing.
const secondsSince = (started: NodeJS.CpuUsage) => process.cpuUsage(started).user / 1e6

describe('a cell made to be slow', () => {
  it('is read in no time, whatever its column becomes', () => {
    const columns = importTargets.filter((target) => target !== 'ignore')
    const mapping = ImportMapping.parse({
      columns: Object.fromEntries(columns.map((column) => [column, column])),
      source: 'list',
    })
    const rows = cells.map((cell, index) => ({
      row: index + 2,
      cells: columns.map(() => cell + (index % 2 === 0 ? ' ' : '@ x')),
    }))
    const started = process.cpuUsage()
    const read = readRows({ columns, rows }, mapping, now)
    guessMapping({ columns: columns.map((_, at) => `c${at}`), rows }, 'list')
    expect(secondsSince(started)).toBeLessThan(10)
    expect(JSON.stringify(read.map(({ problems }) => problems)).length).toBeLessThan(200_000)
  })

  it('does not make many rows of one name, or of one word, take the square of their number', () => {
    const mapping = ImportMapping.parse({ columns: { name: 'name' }, source: 'list' })
    const names = Array.from({ length: 4000 }, (_, at) =>
      at % 2 === 0 ? 'Juniper Women Union' : `Women ${at.toString(36)} Juniper`,
    )
    const rows = names.map((name, at) => ({ row: at + 2, cells: [name] }))
    const started = process.cpuUsage()
    planRows(readRows({ columns: ['name'], rows }, mapping, now))
    expect(secondsSince(started)).toBeLessThan(10)
  })
})
