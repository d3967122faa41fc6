import type { DatabaseSync } from 'node:sqlite'
import { compareText, nameKeysOf, nameSimilarity } from '@kunak/domain/directory'
import type { LiveChanges } from './live-changes.ts'
import { stateIn } from './pack-state.ts'
import type { NameCandidate } from './search.ts'

const leastSimilarity = 0.5
const mostCandidates = 20
// A word that more organisations than this have in their names ("fund", "centre") tells none of them apart.
const tellingUpTo = 500

/** The organisations whose names resemble one of these, most alike first. Names are compared with every spelling there is. */
export function namesLike(names: readonly string[], published: DatabaseSync, live: LiveChanges): NameCandidate[] {
  const asked = names.map(nameKeysOf).filter((keys) => keys.length > 0)
  const candidates = [
    ...candidatesIn(published, asked).filter(({ id }) => !live.changed.has(id)),
    ...candidatesIn(live.file, asked),
  ]
  return candidates
    .filter(({ similarity }) => similarity >= leastSimilarity)
    .sort((one, other) => other.similarity - one.similarity || compareText(one.id, other.id))
    .slice(0, mostCandidates)
}

function candidatesIn(file: DatabaseSync, asked: readonly string[][]): NameCandidate[] {
  const numbers = new Set(asked.flatMap((keys) => numbersLike(file, keys)))
  return [...numbers].map((number) => {
    const { id, profile } = stateIn(file, number)
    const spellings = [...Object.values(profile.names), profile.acronym].map(nameKeysOf)
    const similarity = Math.max(0, ...asked.flatMap((keys) => spellings.map((spelling) => nameSimilarity(keys, spelling))))
    return { id, names: profile.names, acronym: profile.acronym, similarity }
  })
}

/** Those that share a telling word with the name; where it has none, those that share all its words. */
function numbersLike(file: DatabaseSync, keys: readonly string[]): number[] {
  const withKey = file.prepare(`SELECT number FROM name_words WHERE sound_key = ? LIMIT ${tellingUpTo + 1}`)
  const different = [...new Set(keys)]
  const found = different.map((key) => withKey.all(key).map(({ number }) => Number(number)))
  const telling = found.filter((numbers) => numbers.length <= tellingUpTo)
  if (telling.some((numbers) => numbers.length > 0)) return telling.flat()
  // A word that nobody has may be misspelled.
  const [first, ...others] = different.filter((_, index) => (found[index]?.length ?? 0) > 0)
  return file
    .prepare(
      `SELECT number FROM name_words WHERE sound_key = ?${others.map(() => ' AND number IN (SELECT number FROM name_words WHERE sound_key = ?)').join('')} LIMIT ${tellingUpTo}`,
    )
    .all(first ?? '', ...others)
    .map(({ number }) => Number(number))
}
