import { ImportMapping, type RowProblem } from '@kunak/contracts/directory'
import { describe, expect, it } from 'vitest'
import type { ImportedProfile } from './prepared-row.ts'
import { readRows } from './read-rows.ts'

const now = new Date('2026-11-22T09:00:00Z')

/** One row of a list, by the target of each column. */
function read(cells: Readonly<Record<string, string>>) {
  const columns = Object.keys(cells)
  const mapping = ImportMapping.parse({ columns: Object.fromEntries(columns.map((column) => [column, column])), source: 'list' })
  const [row] = readRows({ columns, rows: [{ row: 2, cells: Object.values(cells) }] }, mapping, now)
  if (!row) throw new Error('There is no row.')
  return row
}
const field = <Name extends keyof ImportedProfile>(name: Name, cells: Readonly<Record<string, string>>) =>
  read({ name: 'Juniper Bridge', ...cells }).profile[name]
const problems = (cells: Readonly<Record<string, string>>): RowProblem[] => [
  ...read({ name: 'Juniper Bridge', ...cells }).problems,
]

describe('a row of a list', () => {
  it('files each name under its language, and never two under one', () => {
    const row = read({ name: 'جمعية أصدقاء النهر', 'name:ru': 'Друзья реки', 'name:en': 'Friends of the River' })
    expect(row.profile.names).toEqual({ ar: 'جمعية أصدقاء النهر', ru: 'Друзья реки', en: 'Friends of the River' })
  })

  it('believes the script of a name more than the column it stands in', () => {
    expect(read({ 'name:ar': 'Association des amis de la rivière' }).profile.names).toEqual({
      fr: 'Association des amis de la rivière',
    })
  })

  it('is reported when it has no usable name, and only then', () => {
    for (const name of ['', '-', 'K', 'нет', 'لا يوجد', 'https://juniper.example', 'English', '  …  '])
      expect(read({ name }).refusal, name).toMatchObject({ code: 'no_name' })
    expect(read({ name: 'Да' }).refusal).toBeNull()
  })

  it('is reported when its cells have slipped, and forgives empty cells at the end', () => {
    const mapping = ImportMapping.parse({ columns: { name: 'name' }, source: 'list' })
    const table = { columns: ['name', 'site'], rows: [{ row: 2, cells: ['Juniper', 'x', 'y'] }] }
    expect(readRows(table, mapping, now)[0]?.refusal).toMatchObject({
      code: 'wrong_number_of_cells',
      values: { cells: 3, columns: 2 },
    })
  })

  it('undoes what databases put before quotation marks', () => {
    expect(read({ name: String.raw`Voix de l\\\'Aube` }).profile.names).toEqual({ fr: "Voix de l'Aube" })
  })

  it('keeps a country only when it is one, and says when it is none', () => {
    expect(field('basedIn', { country: 'Тунис' })).toBe('TN')
    expect(field('basedIn', { country: 'Страна гор' })).toBeNull()
    expect(problems({ country: 'Страна гор' })).toContainEqual({
      field: 'country',
      code: 'unknown_country',
      values: { value: 'Страна гор' },
    })
    expect(problems({ country: '' })).toContainEqual({ field: '', code: 'no_country', values: {} })
  })

  it('reads a year out of dates of every shape, and no year out of nothing', () => {
    for (const [written, year] of [
      ['2011', 2011],
      ['2011-12-12', 2011],
      ['12.03.1998', 1998],
      ['март 2005 г.', 2005],
      ['٢٠١١', null],
      ['2011–2013', null],
      ['2080', null],
      ['давно', null],
    ] as const)
      expect(field('foundedYear', { founded: written }), written).toBe(year)
  })

  it('completes a web address only when nothing is in doubt', () => {
    for (const [written, website] of [
      ['www.juniper.example', ''],
      ['www.juniper.org', 'https://www.juniper.org'],
      ['juniper.ge/about', 'https://juniper.ge/about'],
      ['http://juniper.example/a b', ''],
      ['HTTPS://Juniper.example', 'https://juniper.example'],
      ['www.juniper,ge', ''],
      ['desk@juniper.org', ''],
      ['تحت التأسيس', ''],
      ['Juniper on Facebook', ''],
      ['javascript:alert(1)', ''],
      ['https://desk:secret@juniper.example', ''],
    ] as const)
      expect(field('website', { website: written }), written).toBe(website)
  })

  it('resolves terms by code or exact label in either language, and names the others', () => {
    expect(field('worksIn', { republics: 'Дагестан, RU-IN; chechnya' }).map(({ republic }) => republic)).toEqual([
      'RU-DA',
      'RU-IN',
      'RU-CE',
    ])
    expect(field('languages', { languages: 'русский|Avar' })).toEqual(['ru', 'av'])
    expect(field('legalForm', { legal_form: 'фонд' })).toBe('foundation')
    const areas = 'Migrants, refugees, displaced people, Elections; womens_rights:lead:open:remote'
    expect(field('expertise', { expertise: areas })).toEqual([
      { area: 'migration', level: 'can_support', capacity: 'limited', until: null, delivery: 'both' },
      { area: 'elections', level: 'can_support', capacity: 'limited', until: null, delivery: 'both' },
      { area: 'womens_rights', level: 'lead', capacity: 'open', until: null, delivery: 'remote' },
    ])
    expect(problems({ expertise: 'Elections, Gardening' })).toEqual([
      { field: 'expertise', code: 'unknown_term', values: { value: 'Gardening' } },
    ])
    expect(problems({ expertise: 'elections:great' })).toMatchObject([{ code: 'unknown_term' }])
  })

  it('takes register numbers whose check digit is right, and names the column of the others', () => {
    expect(field('identifiers', { inn: '7707 083893', ogrn: '1027700132195' })).toEqual([
      { scheme: 'RU-OGRN', value: '1027700132195' },
      { scheme: 'RU-INN', value: '7707083893' },
    ])
    expect(problems({ inn: '7707083894' })).toEqual([{ field: 'inn', code: 'wrong_check_digit', values: {} }])
    expect(problems({ inn: '12' })).toEqual([{ field: 'inn', code: 'not_an_identifier', values: {} }])
  })

  it('takes several addresses of mail and telephone from a cell', () => {
    const contacts = field('contacts', { email: 'a@juniper.example; b@juniper.example', phone: '+44 20 7946 0123 / ask Nino' })
    expect(contacts.map(({ value }) => value)).toEqual(['a@juniper.example', 'b@juniper.example', '+44 20 7946 0123'])
    expect(problems({ phone: 'ask Nino' })).toEqual([{ field: 'phone', code: 'not_a_phone', values: {} }])
  })

  it('leaves a text that is too long out whole, and never repeats in a problem what may be about a person', () => {
    const row = read({ name: 'Juniper Bridge', description: 'я'.repeat(5000), website: 'Nino Fictional' })
    expect(row.profile.description).toEqual({})
    expect(row.problems).toEqual([
      { field: 'description', code: 'too_long', values: { n: 4000 } },
      { field: 'website', code: 'not_a_web_address', values: {} },
    ])
  })

  it('has a key of its own, or one made of what it says', () => {
    expect(read({ name: 'Juniper Bridge', key: '17' })).toMatchObject({ key: '17', hasOwnKey: true })
    const made = read({ name: 'Juniper Bridge' }).key
    expect(made).toBe(read({ name: 'Juniper Bridge' }).key)
    expect(made).not.toBe(read({ name: 'Juniper Bridges' }).key)
  })
})
