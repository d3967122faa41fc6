import { capacities, type Coverage, levels } from '@kunak/contracts/directory'
import { expertiseAreas, labelOf, republics, type UiLocale } from '@kunak/vocabulary'
import { csvBeginning, csvLine } from './csv.ts'

const words = {
  ru: { expertise: 'Область', republic: 'Республика', count: 'Организаций', code: 'код' },
  en: { expertise: 'Area', republic: 'Republic', count: 'Organisations', code: 'code' },
} as const

/** The expertise map as a table, one line for each cell that is not zero; a count that the reader may not know exactly reads "1–2". */
export function coverageCsv(coverage: Coverage, locale: UiLocale): string {
  const { expertise, republic, count, code } = words[locale]
  const head = [`${expertise} (${code})`, expertise, `${republic} (${code})`, republic, count, ...levels, ...capacities]
  const lines = coverage.cells.map((cell) => [
    cell.expertise,
    labelOf(expertiseAreas, cell.expertise, locale),
    cell.republic,
    labelOf(republics, cell.republic, locale),
    cell.count === 'few' ? '1–2' : cell.count,
    ...levels.map((level) => cell.levels?.[level] ?? ''),
    ...capacities.map((capacity) => cell.capacity?.[capacity] ?? ''),
  ])
  return csvBeginning + [head, ...lines].map(csvLine).join('')
}
