import type { DatabaseSync } from 'node:sqlite'
import { byNames, compareText, nameSimilarity, type Verdict, wordsOf } from '@kunak/domain/directory'
import type { LiveChanges } from './live-changes.ts'
import { nameIndexOf } from './name-index.ts'
import { numbersLike } from './rank-names.ts'
import { namesIn, type ReadyNames, readyNames, type StoredNames } from './ready-names.ts'
import type { NameCandidate } from './search.ts'

const leastSimilarity = 0.5
const mostCandidates = 20

/** The organisations whose names resemble one of these, most alike first. Names are compared with every spelling there is. */
export function namesLike(
  names: readonly string[],
  published: DatabaseSync,
  live: Pick<LiveChanges, 'file' | 'changed' | 'count'>,
): NameCandidate[] {
  const asked = readyNames(names)
  const words = names.map((name, at) => {
    const telling = asked.resemblance.names[at]?.words.flatMap(wordsOf) ?? []
    return telling.length > 0 ? telling : wordsOf(name)
  })
  const stored = [
    ...numbersLike(nameIndexOf(published, 0), words)
      .map((number) => namesIn(published, number))
      .filter(({ id }) => !live.changed.has(id)),
    ...numbersLike(nameIndexOf(live.file, live.count()), words).map((number) => namesIn(live.file, number)),
  ]
  return stored
    .map((theirs) => compare(asked, theirs))
    .filter(({ candidate, verdict }) => verdict !== 'other' || candidate.similarity >= leastSimilarity)
    .sort(
      (one, other) =>
        order[one.verdict] - order[other.verdict] ||
        other.candidate.similarity - one.candidate.similarity ||
        compareText(one.candidate.id, other.candidate.id),
    )
    .slice(0, mostCandidates)
    .map(({ candidate }) => ({ ...candidate, similarity: Math.max(leastSimilarity, candidate.similarity) }))
}

// What an import takes for the same, or doubts, comes before what only resembles it: no number of those pushes it out.
const order = { same: 0, doubt: 1, other: 2 } as const satisfies Record<Verdict, number>

function compare(asked: ReadyNames, theirs: StoredNames): { readonly candidate: NameCandidate; readonly verdict: Verdict } {
  const { id, names, acronym } = theirs
  const similarity = Math.max(0, ...asked.keys.flatMap((keys) => theirs.keys.map((spelling) => nameSimilarity(keys, spelling))))
  return { candidate: { id, names, acronym, similarity }, verdict: byNames(asked.resemblance, theirs.resemblance) }
}
