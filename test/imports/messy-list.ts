import { constantFrom, array, record, type Arbitrary, oneof, constant } from 'fast-check'

/** One row of an invented list in the manner of real ones: names in two scripts, gaps, placeholders, repeats and slips. */
export interface MessyRow {
  readonly key: string
  readonly latin: string
  readonly arabic: string
  readonly country: string
  readonly founded: string
  readonly site: string
}

const latin = [
  'Association des amis du genévrier',
  'Juniper Friends Society',
  'JFS',
  "Voix de l\\\\'aube",
  'Quiet House',
  '',
  'لا يوجد',
  'K',
]
const arabic = [
  'جمعية أصدقاء العرعر',
  'جمعيه اصدقاء العرعر',
  'مركز صوت الفجر',
  'بيت الهدوء والسلام',
  '',
  'الأنجليزية',
  'undefined',
]
const sites = [
  '',
  'www.juniper.example',
  'www.juniper.org',
  'تحت التأسيس',
  'https://dawn.example',
  'invented person',
  'desk@juniper.example',
]

/** Lists of such rows, long enough for repeats. */
export const messyRows: Arbitrary<MessyRow[]> = array(
  record({
    key: oneof(
      { weight: 4, arbitrary: constantFrom(...Array.from({ length: 60 }, (_, at) => String(at))) },
      { weight: 1, arbitrary: constant('') },
    ),
    latin: constantFrom(...latin),
    arabic: constantFrom(...arabic),
    country: constantFrom('Tunisia', 'TN', 'تونس', 'Georgia', '', 'Juniperia'),
    founded: constantFrom('', '2011-12-12', '1998', 'long ago'),
    site: constantFrom(...sites),
  }),
  { minLength: 1, maxLength: 30 },
)

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`

export function messyCsv(rows: readonly MessyRow[]): string {
  const lines = rows.map(({ key, latin, arabic, country, founded, site }) => [key, latin, arabic, country, founded, site])
  return [['id', 'latin_name', 'arabic_name', 'country', 'founded', 'website'], ...lines]
    .map((cells) => cells.map(quoted).join(';'))
    .join('\r\n')
}
