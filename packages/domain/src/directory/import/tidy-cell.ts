import { cleanText } from '@kunak/contracts'
import { unsafeCell } from '../export/csv.ts'
import { foldName } from '../fold-name.ts'

// What people write into a cell to say that there is nothing to write.
const nothing = new Set(
  [
    'n/a',
    'na',
    'nil',
    'null',
    'none',
    'no',
    'undefined',
    'unknown',
    'tbd',
    'нет',
    'нет данных',
    'не указано',
    'не указан',
    'неизвестно',
    'отсутствует',
    'aucun',
    'aucune',
    'néant',
    'non',
    'inconnu',
    'لا يوجد',
    'لايوجد',
    'لا شيء',
    'غير معروف',
    'غير متوفر',
  ].map(foldName),
)

/** The text of a cell as it is kept: clean, without the backslashes that databases leave before quotes; '' when it says nothing. */
export function tidyCell(cell: string): string {
  const text = cleanText(
    unsafeCell(cell)
      .replace(/\\+(['"’]?)/g, (run, quote: string) => quote || run)
      .replace(/[\u200b\u2060]/g, ''),
  )
  const folded = foldName(text)
  return folded === '' || nothing.has(folded) ? '' : text
}
