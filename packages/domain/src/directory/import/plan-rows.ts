import type { RowProblem } from '@kunak/contracts/directory'
import { byNames, judge, type Resemblance, resemblance } from '../duplicates.ts'
import { identifierKey } from '../identifiers.ts'
import type { PreparedRow } from './prepared-row.ts'

/** What the file alone says of a row: it stands by itself, is the same as an earlier row, or has to be reported. */
export type PlannedRow = PreparedRow & {
  readonly resemblance: Resemblance
  /** The earliest row that this one is the same as. */
  readonly sameAs: number | null
}

/** Compares every row with the rows above it. The plan depends on nothing but the file, so that a run can be resumed anywhere. */
export function planRows(rows: readonly PreparedRow[]): PlannedRow[] {
  const earlier = new EarlierRows()
  return rows.map((row) => {
    const alike = resemblance({
      names: [...Object.values(row.profile.names)],
      country: row.profile.basedIn,
      website: row.profile.website,
    })
    if (row.refusal) return { ...row, resemblance: alike, sameAs: null }
    const verdict = earlier.judge(row, alike)
    const planned = { ...row, resemblance: alike, ...verdict }
    if (planned.refusal === null) earlier.add(planned)
    return planned
  })
}

type Verdict = { readonly sameAs: number | null; readonly refusal: RowProblem | null }
const report = (code: 'same_key_other_name' | 'perhaps_same_row' | 'same_as_several', other?: number): Verdict => ({
  sameAs: null,
  refusal: { field: '', code, values: other === undefined ? {} : { other } },
})

class EarlierRows {
  readonly #byKey = new Map<string, PlannedRow>()
  readonly #byIdentifier = new Map<string, PlannedRow>()
  readonly #byWord = new Map<string, PlannedRow[]>()
  readonly #folded = new Set<string>()

  add(row: PlannedRow): void {
    if (!this.#byKey.has(row.key)) this.#byKey.set(row.key, row)
    for (const identifier of decisive(row)) if (!this.#byIdentifier.has(identifier)) this.#byIdentifier.set(identifier, row)
    // Names that are there already lead to the same organisation.
    if (row.sameAs !== null && row.resemblance.names.every(({ folded }) => this.#folded.has(folded))) return
    for (const { folded } of row.resemblance.names) this.#folded.add(folded)
    for (const word of wordsOf(row.resemblance)) {
      const rows = this.#byWord.get(word)
      if (rows) rows.push(row)
      else this.#byWord.set(word, [row])
    }
  }

  judge(row: PreparedRow, alike: Resemblance): Verdict {
    const sameKey = this.#byKey.get(row.key)
    if (sameKey && row.hasOwnKey)
      return byNames(alike, sameKey.resemblance) === 'other'
        ? report('same_key_other_name', sameKey.row)
        : { sameAs: sameKey.sameAs ?? sameKey.row, refusal: null }
    for (const identifier of decisive(row)) {
      const same = this.#byIdentifier.get(identifier)
      if (same) return { sameAs: same.sameAs ?? same.row, refusal: null }
    }
    const same = new Set<number>()
    let doubt: number | undefined
    for (const other of this.#candidates(alike)) {
      const verdict = judge(alike, other.resemblance)
      if (verdict === 'same') same.add(other.sameAs ?? other.row)
      if (verdict === 'doubt') doubt ??= other.row
    }
    if (same.size > 1) return report('same_as_several')
    if (same.size === 1) return { sameAs: [...same][0] ?? null, refusal: null }
    return doubt === undefined ? { sameAs: null, refusal: null } : report('perhaps_same_row', doubt)
  }

  /** Rows that share the beginnings of at least half of a name's telling words; no other can be judged alike. */
  #candidates(alike: Resemblance): PlannedRow[] {
    const buckets = [...wordsOf(alike)].map((word) => this.#byWord.get(word) ?? []).sort((a, b) => a.length - b.length)
    const telling = buckets.filter((rows) => rows.length <= tellingRows)
    // Where no other row has a telling word, it may be mistyped, and the first rows with the next rarest one are looked at.
    const first = buckets.find((rows) => rows.length > 0)?.slice(0, tellingRows) ?? []
    const shared = new Map<PlannedRow, number>()
    for (const rows of telling.some((rows) => rows.length > 0) ? telling : [first])
      for (const row of rows) shared.set(row, (shared.get(row) ?? 0) + 1)
    const common = buckets.length - telling.length
    const least = Math.min(...alike.names.map(({ words }) => Math.max(1, Math.floor(words.length / 2) - common)), Infinity)
    return [...shared].flatMap(([row, count]) => (count >= least ? [row] : [])).sort((a, b) => a.row - b.row)
  }
}

// A word that more rows have tells none of them apart, and comparing each with each would take the square of their number.
const tellingRows = 300

// Numbers whose check digits were verified name one entry of one register; a number of an unknown register may be anything.
function decisive(row: PreparedRow): string[] {
  return row.profile.identifiers.filter(({ scheme }) => scheme !== 'other').map(identifierKey)
}

function wordsOf({ names }: Resemblance): ReadonlySet<string> {
  const beginningLetters = 3
  return new Set(
    names.flatMap(({ words, kinds }) => (words.length > 0 ? words : kinds).map((word) => word.slice(0, beginningLetters))),
  )
}
