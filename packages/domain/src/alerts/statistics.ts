import { type Alert, type AlertStatistics, type Ending, endings, noTerm } from '@kunak/contracts/alerts'
import { codesOf, labelOf, pressures, republics, type UiLocale } from '@kunak/vocabulary'
import { countShown, csvBeginning, csvLine } from '../directory/index.ts'

/** Where an alert that has just ended is counted. */
export interface CountedEnd {
  /** The year in which it went out. */
  readonly year: number
  readonly isExercise: boolean
  readonly republic: NonNullable<Alert['content']['republic']>
  readonly terms: readonly string[]
  readonly ending: Ending
}

/** How a change of an alert is counted: once, when it ends, if it had gone out; null otherwise. Nothing of it leads back to the alert. */
export function countedEnd(before: Alert | null, after: Alert): CountedEnd | null {
  const { activeAt, closed, content, isExercise } = after
  // A figure more is a trace, too.
  if (after.keptFrom !== undefined) return null
  if (before === null || before.closed !== null || closed === null || activeAt === null || content.republic === null) return null
  const terms = [...new Set(content.pressures.map(termOf))].sort()
  return { year: Number(activeAt.slice(0, 4)), isExercise, republic: content.republic, terms, ending: endingOf(after) }
}

function endingOf({ state, verified, unverifiedUntil }: Alert): Ending {
  if (state === 'cancelled') return 'false_alarm'
  return verified === null && unverifiedUntil !== null ? 'unconfirmed' : 'ended'
}

const termOf = (pressure: string): string => pressures.find(({ code }) => code === pressure)?.huridocs ?? noTerm

/** The pressures that a term stands for, as this site calls them. */
const pressuresOf = (term: string) => codesOf(pressures).filter((code) => termOf(code) === term)

/** One counter of a year, as it is kept. */
export interface Counter extends Pick<CountedEnd, 'isExercise' | 'republic'> {
  readonly term: string
  readonly counts: Readonly<Record<Ending, number>>
}

/** The counters of a year as they are shown: one or two is said of whatever is less than three. */
export function statisticsOf(year: number, counters: readonly Counter[]): AlertStatistics {
  const place = ({ republic }: Counter) => codesOf(republics).indexOf(republic)
  return {
    year,
    rows: counters
      .toSorted(
        (one, other) =>
          Number(one.isExercise) - Number(other.isExercise) || place(one) - place(other) || (one.term < other.term ? -1 : 1),
      )
      .map(({ isExercise, republic, term, counts }) => ({
        isExercise,
        republic,
        term,
        pressures: pressuresOf(term),
        counts: Object.fromEntries(
          endings.map((ending) => [ending, shown(counts[ending])]),
        ) as AlertStatistics['rows'][number]['counts'],
      })),
  }
}

const shown = (count: number) => (count === 0 ? 0 : countShown(count, true))

const words = {
  ru: {
    republic: 'Республика',
    act: 'Что произошло',
    exercise: 'Учение',
    ended: 'Завершено',
    unconfirmed: 'Не подтверждено',
    false_alarm: 'Ложная тревога',
    yes: 'да',
    no: 'нет',
    code: 'код',
    year: 'Год',
  },
  en: {
    republic: 'Republic',
    act: 'Act',
    exercise: 'Exercise',
    ended: 'Ended',
    unconfirmed: 'Unconfirmed',
    false_alarm: 'False alarm',
    yes: 'yes',
    no: 'no',
    code: 'code',
    year: 'Year',
  },
} as const satisfies Record<UiLocale, unknown>

/** The same as a table. */
export function statisticsCsv({ year, rows }: AlertStatistics, locale: UiLocale): string {
  const said = words[locale]
  const head = [
    said.year,
    said.exercise,
    `${said.republic} (${said.code})`,
    said.republic,
    `HURIDOCS (${said.code})`,
    said.act,
    ...endings.map((ending) => said[ending]),
  ]
  const lines = rows.map((row) => [
    year,
    row.isExercise ? said.yes : said.no,
    row.republic,
    labelOf(republics, row.republic, locale),
    row.term,
    row.pressures.map((code) => labelOf(pressures, code, locale)).join('; '),
    ...endings.map((ending) => (row.counts[ending] === 'few' ? '1–2' : row.counts[ending])),
  ])
  return csvBeginning + [head, ...lines].map(csvLine).join('')
}
