import type { OrganisationId } from '@kunak/contracts'
import type { FacetChoice, Reason } from '@kunak/contracts/directory'
import { askedWords, compareText, type ReaderClass, wholeNameOf } from '@kunak/domain/directory'
import { chosenBits, type FacetCounts } from './choose.ts'
import { judgeOf } from './count-facets.ts'
import type { LoadedGroup } from './load-group.ts'
import { type WordFinder, wordFinder } from './match-words.ts'
import { rank, type Ranked } from './rank.ts'

/** Where a hit stands in the order: by score, then by name, then by id. */
export interface Place {
  readonly score: number
  readonly sortKey: string
  readonly id: OrganisationId
}

export interface Hit extends Place {
  /** Its number in the file that it comes from. */
  readonly number: number
  readonly reasons: readonly Reason[]
}

export interface Selection {
  readonly total: number
  readonly counts: FacetCounts
  /** The first hits after the asked place, at most one more than the page takes. */
  readonly hits: readonly Hit[]
}

export interface SelectQuery {
  readonly q: string
  readonly choice: FacetChoice
  readonly readerClass: ReaderClass
  /** The day of reading as whole days since 1970. */
  readonly today: number
  readonly after: Place | null
  readonly limit: number
}

/** One group of a search file, ready to be asked. */
export interface SearchGroup {
  readonly loaded: LoadedGroup
  /** `isLeftOut` holds 1 at the ordinals of documents that are judged elsewhere. */
  readonly select: (query: SelectQuery, isLeftOut: Uint8Array | null) => Selection
  readonly hitAt: (ordinal: number) => Omit<Hit, 'score' | 'reasons'>
}

/** Whether one place comes before another. */
export function comparePlaces(one: Place, other: Place): number {
  return other.score - one.score || compareText(one.sortKey, other.sortKey) || compareText(one.id, other.id)
}

export function searchGroup(loaded: LoadedGroup): SearchGroup {
  const finder: WordFinder = wordFinder(loaded)
  const keyOf = loaded.file.prepare(`SELECT sort_key, id FROM documents_${loaded.group} WHERE number = ?`)
  // A row is an array then: half the time of an object for each.
  keyOf.setReturnArrays(true)
  const hitAt = (ordinal: number) => {
    const number = loaded.numbers[ordinal] ?? 0
    const row = keyOf.get(number)
    return { number, sortKey: String(row?.['0']), id: row?.['1'] as OrganisationId }
  }

  /** How many documents stand, by name, up to and including a place. */
  const upTo = (place: Place): number => {
    let low = 0
    let high = loaded.size
    while (low < high) {
      const middle = (low + high) >>> 1
      if (comparePlaces({ ...hitAt(middle), score: place.score }, place) <= 0) low = middle + 1
      else high = middle
    }
    return low
  }

  function select({ q, choice, readerClass, today, after, limit }: SelectQuery, isLeftOut: Uint8Array | null): Selection {
    const asked = askedWords(q)
    const ranked: Ranked | null = asked.length > 0 ? rank(finder, asked, wholeNameOf(q)) : null
    const { judge, counts } = judgeOf(loaded, { chosen: chosenBits(choice), readerClass, today })
    const firstOfScore = after === null ? 0 : upTo(after)
    const pages: number[][] = []
    let total = 0
    const candidates = ranked?.ordinals.length ?? loaded.size
    for (let at = 0; at < candidates; at += 1) {
      const ordinal = ranked?.ordinals[at] ?? at
      if (isLeftOut?.[ordinal] === 1 || !judge(ordinal)) continue
      total += 1
      const score = ranked?.scores[at] ?? 0
      if (after !== null && (score > after.score || (score === after.score && ordinal < firstOfScore))) continue
      const page = (pages[score] ??= [])
      if (page.length <= limit) page.push(ordinal)
    }
    const hits: Hit[] = []
    for (let score = pages.length - 1; score >= 0 && hits.length <= limit; score -= 1)
      for (const ordinal of pages[score]?.slice(0, limit + 1 - hits.length) ?? [])
        hits.push({ ...hitAt(ordinal), score, reasons: ranked?.reasonsOf(ordinal) ?? [] })
    return { total, counts: counts(), hits }
  }

  return { loaded, select, hitAt }
}
