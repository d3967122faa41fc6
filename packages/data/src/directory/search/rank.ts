import type { Reason } from '@kunak/contracts/directory'
import { reasons } from '@kunak/contracts/directory'
import type { AskedWord } from '@kunak/domain/directory'
import { type Found, mark, type WordFinder } from './match-words.ts'

/** The documents that have every asked word, by ascending ordinal, each with its score. */
export interface Ranked {
  readonly ordinals: Uint32Array
  readonly scores: Uint16Array
  readonly reasonsOf: (ordinal: number) => Reason[]
}

// A word counts by the best place in which it stands, whatever else is in the directory.
const weights: Readonly<Record<Reason, number>> = {
  name: 6,
  name_begins: 5,
  expertise: 4,
  place: 4,
  text: 2,
  similar_spelling: 1,
}
const weightOf = Uint8Array.from({ length: 64 }, (_, marks) =>
  Math.max(0, ...reasons.filter((reason) => (marks & mark[reason]) !== 0).map((reason) => weights[reason])),
)

/** Ranks the documents that have every asked word; one whose whole name is what was asked for stands above its like. */
export function rank(finder: WordFinder, asked: readonly AskedWord[], wholeName: string): Ranked {
  const found = asked.map(finder.find)
  const [first, ...others] = found.toSorted((one, other) => one.ordinals.length - other.ordinals.length)
  if (first === undefined) throw new Error('Without words there is nothing to rank.')
  let ordinals = first.ordinals
  let scores = new Uint16Array(first.marks.length)
  for (let at = 0; at < scores.length; at += 1) scores[at] = weightOf[first.marks[at] ?? 0] ?? 0
  for (const other of others) ({ ordinals, scores } = both(ordinals, scores, other))
  for (const ordinal of finder.wholeName(wholeName)) {
    const at = indexIn(ordinals, ordinal)
    if (at >= 0) scores[at] = (scores[at] ?? 0) + 1
  }
  return { ordinals, scores, reasonsOf: (ordinal) => reasonsFor(found, ordinal) }
}

function both(ordinals: Uint32Array, scores: Uint16Array, other: Found) {
  const both = new Uint32Array(ordinals.length)
  const sums = new Uint16Array(ordinals.length)
  let count = 0
  for (let at = 0, there = 0; at < ordinals.length && there < other.ordinals.length;) {
    const difference = (ordinals[at] ?? 0) - (other.ordinals[there] ?? 0)
    if (difference === 0) {
      both[count] = ordinals[at] ?? 0
      sums[count] = (scores[at] ?? 0) + (weightOf[other.marks[there] ?? 0] ?? 0)
      count += 1
    }
    if (difference <= 0) at += 1
    if (difference >= 0) there += 1
  }
  return { ordinals: both.subarray(0, count), scores: sums.subarray(0, count) }
}

function reasonsFor(found: readonly Found[], ordinal: number): Reason[] {
  const said = new Set<Reason>()
  for (const { ordinals, marks } of found) {
    const marked = marks[indexIn(ordinals, ordinal)] ?? 0
    for (const reason of reasons) if ((marked & mark[reason]) !== 0 && weights[reason] === weightOf[marked]) said.add(reason)
  }
  return reasons.filter((reason) => said.has(reason))
}

function indexIn(ordinals: Uint32Array, wanted: number): number {
  let low = 0
  let high = ordinals.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const there = ordinals[middle] ?? 0
    if (there === wanted) return middle
    if (there < wanted) low = middle + 1
    else high = middle - 1
  }
  return -1
}
