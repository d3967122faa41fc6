import { fileProblems, type FileProblemCode, sayFileProblem } from '@kunak/contracts/directory'
import { describe, expect, it } from 'vitest'
import { type ImportFile, outlineImport, planImport } from './read-import.ts'

const now = new Date('2026-11-22T09:00:00Z')
const utf8 = (text: string) => new TextEncoder().encode(text)
const csv = (text: string): ImportFile => ({ bytes: utf8(text), format: 'csv' })
const outline = (file: ImportFile, maxMegabytes = 2) => outlineImport(file, { maxMegabytes, source: 'list', now })
// "Имя;Страна" and "Мост;Грузия" as windows-1251 has them.
const cyrillic = Uint8Array.from([
  0xc8, 0xec, 0xff, 0x3b, 0xd1, 0xf2, 0xf0, 0xe0, 0xed, 0xe0, 0x0a, 0xcc, 0xee, 0xf1, 0xf2, 0x3b, 0x0a,
])

const broken: readonly (readonly [string, ImportFile, FileProblemCode, string, string])[] = [
  ['nothing in it', csv(''), 'empty_file', 'The file is empty.', 'Файл пуст.'],
  ['blanks only', csv('\n  \n'), 'empty_file', 'The file is empty.', 'Файл пуст.'],
  ['too large', csv(`name\n${'x\n'.repeat(1_200_000)}`), 'too_many_bytes', '2 MB', '2 МБ'],
  [
    'a workbook',
    { bytes: Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), format: 'csv' },
    'is_spreadsheet',
    'CSV UTF-8',
    'CSV UTF-8',
  ],
  ['another encoding', { bytes: cyrillic, format: 'csv' }, 'not_utf8', 'Line 1', 'Строка 1'],
  [
    'not in the encoding that was named',
    { bytes: Uint8Array.from([0xc8, 0x0a, 0x98]), format: 'csv', encoding: 'windows-1251' },
    'not_in_encoding',
    'Line 2',
    'Строка 2',
  ],
  [
    'an open quotation mark',
    csv('name,site\nA,b\n"C,d\nE,f\n'),
    'unclosed_quote',
    'Row 3, column 1',
    'Строка таблицы 3, столбец 1',
  ],
  ['a stray quotation mark', csv('name,site\nA,b\nC,d"e"\n'), 'stray_quote', 'Row 3, column 2', 'Строка таблицы 3, столбец 2'],
  ['text after a quotation mark', csv('name\n"A"b\n'), 'stray_quote', 'Row 2, column 1', 'Строка таблицы 2, столбец 1'],
  [
    'a cell of a million characters',
    csv(`name,x\nA,${'y'.repeat(1e6)}\n`),
    'cell_too_long',
    'Row 2, column 2',
    'Строка таблицы 2, столбец 2',
  ],
  ['no header', csv('Juniper,https://juniper.example,2011-02-01\n'), 'no_header', 'row 1', 'строка 1'],
  ['a column without a name', csv('name,,site\nA,b,c\n'), 'unnamed_column', 'column 2', 'столбца 2'],
  ['a name of a column that is a text', csv(`name,${'y'.repeat(300)}\nA,b\n`), 'long_header', 'column 2', 'столбца 2'],
  ['two columns of one name', csv('name,site,name\nA,b,c\n'), 'same_header', 'columns 1 and 3', 'столбцы 1 и 3'],
  [
    'too many columns',
    csv(`${Array.from({ length: 201 }, (_, at) => `c${at}`).join(',')}\n1\n`),
    'too_many_columns',
    '200',
    '200',
  ],
  ['no rows', csv('name,site\n\n,\n'), 'no_rows', 'no rows', 'ни одной строки'],
  ['too many rows', csv(`n\n${'x\n'.repeat(20_001)}`), 'too_many_rows', '20000', '20000'],
  ['no JSON', { bytes: utf8('{"name": '), format: 'hsds' }, 'not_json', 'not JSON', 'не JSON'],
  ['another JSON', { bytes: utf8('{"features": []}'), format: 'hsds' }, 'not_hsds', 'HSDS 3', 'HSDS 3'],
]

describe('a broken file', () => {
  it.for(broken)('%s: says what and where, in both languages', ([, file, code, english, russian]) => {
    const read = outline(file)
    if (read.ok) throw new Error('It was read.')
    expect(read.refusal.code).toBe(code)
    expect(sayFileProblem(read.refusal, 'en').message).toContain(english)
    expect(sayFileProblem(read.refusal, 'ru').message).toContain(russian)
  })

  it('is never described with a place left open', () => {
    for (const [, file] of broken) {
      const read = outline(file)
      if (read.ok) throw new Error('It was read.')
      for (const locale of ['ru', 'en'] as const)
        expect(sayFileProblem(read.refusal, locale).message).not.toMatch(/[{}]|undefined/)
    }
  })

  it('is also one whose mapping has no name, or a column that is not there', () => {
    const file = csv('title,site\nA,b\n')
    const plan = (columns: Record<string, string>) =>
      planImport(file, { maxMegabytes: 1, now, mapping: { columns, source: 'list', standing: 'applicant', expertise } })
    expect(plan({ site: 'website' })).toMatchObject({ refusal: { code: 'no_name_column' } })
    expect(plan({ name: 'name' })).toMatchObject({ refusal: { code: 'no_such_column', values: { name: 'name' } } })
  })

  it('has a sentence in each language for every code', () => {
    for (const sentences of Object.values(fileProblems)) expect(Object.keys(sentences).sort()).toEqual(['en', 'ru'])
  })
})

const expertise = { level: 'can_support', capacity: 'limited', delivery: 'both' } as const

describe('a readable file', () => {
  const names = (file: ImportFile) => {
    const read = outline(file)
    return read.ok ? read.value.columns.map(({ name }) => name) : read.refusal
  }

  it('is UTF-8 with or without its mark, UTF-16 with it, or what it is declared to be', () => {
    expect(names(csv('\ufeffИмя;Страна\nМост;Грузия\n'))).toEqual(['Имя', 'Страна'])
    const wide = Buffer.from('\ufeffИмя;Страна\nМост;Грузия\n', 'utf16le')
    expect(names({ bytes: wide, format: 'csv' })).toEqual(['Имя', 'Страна'])
    expect(names({ bytes: Buffer.from(wide).swap16(), format: 'csv' })).toEqual(['Имя', 'Страна'])
    expect(names({ bytes: cyrillic, format: 'csv', encoding: 'windows-1251' })).toEqual(['Имя', 'Страна'])
  })

  it('is divided by commas, semicolons or tabs, whatever stands inside quotation marks', () => {
    for (const delimiter of [',', ';', '\t']) {
      const text = `"a;b,c\td"${delimiter}site\nJuniper${delimiter}x\n`
      expect(names(csv(text))).toEqual(['a;b,c\td', 'site'])
    }
  })

  it('may have empty lines above and below, and empty columns at its end', () => {
    const read = outline(csv('\n\nname,site,,\nA,b,,\n\n,,,\nC,d\n'))
    expect(read.ok && [read.value.columns.length, read.value.rows]).toEqual([2, 2])
  })
})
