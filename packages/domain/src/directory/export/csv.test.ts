import { parse } from 'csv-parse/sync'
import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine, safeCell, unsafeCell } from './csv.ts'

const dangerous = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']
const text = oneof(
  string({ unit: 'binary' }),
  array(constantFrom(...dangerous, "'", '"', ' ', ',', '\n', 'я')).map((some) => some.join('')),
)

describe('a table that goes out', () => {
  it('has no cell that a spreadsheet takes for a formula, whatever text it holds', () => {
    assert(
      property(text, (any) => {
        for (const beginning of ['', ' ', '\u00a0', ...dangerous])
          expect(safeCell(beginning + any)).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r]/u)
      }),
    )
    for (const beginning of dangerous) expect(safeCell(`${beginning}SUM(A1)`)).toBe(`'${beginning}SUM(A1)`)
    expect(safeCell('Мост')).toBe('Мост')
  })

  it('is read back cell by cell as it was written', () => {
    assert(
      property(array(array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const read = parse(rows.map(csvLine).join(''), { relax_column_count: true, record_delimiter: '\r\n' })
        expect(read.map((cells) => cells.map(unsafeCell))).toEqual(rows)
      }),
    )
  })
})
