import type { DatabaseSync } from 'node:sqlite'
import { keysNear, type NearKey, type ReadyKey, readyKey } from './near-keys.ts'

/** The words of all names in a search file, by sound, in memory: some 200 bytes a word, and 4 for each organisation that has it. */
export interface NameIndex {
  readonly organisations: number
  readonly highestNumber: number
  /** The organisations that have a word of this sound in a name, each by its number. */
  readonly holders: (soundKey: string) => Uint32Array
  /** Sound keys of the words that may be this one (from `wordsOf`) misspelled or inflected, closest first, the same one included. */
  readonly near: (word: string) => readonly NearKey[]
  /** How many words of different sound an organisation has in its names. */
  readonly wordsIn: (number: number) => number
}

const kept = new WeakMap<DatabaseSync, { readonly state: number; readonly keys: NearKeys; readonly index: NameIndex }>()

/** The index of a file as it is now; `state` is another number whenever the file has changed. */
export function nameIndexOf(file: DatabaseSync, state: number): NameIndex {
  const before = kept.get(file)
  if (before?.state === state) return before.index
  const keys = before?.keys ?? nearKeys()
  keys.learn(
    file
      .prepare('SELECT DISTINCT sound_key FROM name_words')
      .all()
      .map((row) => String(row['sound_key'])),
  )
  const index = { ...countsOf(file), near: keys.near }
  kept.set(file, { state, keys, index })
  return index
}

function countsOf(file: DatabaseSync): Omit<NameIndex, 'near'> {
  const size = file.prepare('SELECT count(*) AS organisations, coalesce(max(number), 0) AS highest FROM organisations').get()
  const withKey = file.prepare('SELECT number FROM name_words WHERE sound_key = ?')
  withKey.setReturnArrays(true)
  const countWords = file.prepare('SELECT count(*) AS words FROM name_words WHERE number = ?')
  return {
    organisations: Number(size?.['organisations']),
    highestNumber: Number(size?.['highest']),
    holders: remembering((soundKey: string) => Uint32Array.from(withKey.all(soundKey), (row) => Number(row['0']))),
    wordsIn: remembering((number: number) => Number(countWords.get(number)?.['words'])),
  }
}

function remembering<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>()
  return (key) => {
    const value = made.get(key) ?? make(key)
    made.set(key, value)
    return value
  }
}

interface NearKeys {
  readonly learn: (soundKeys: readonly string[]) => void
  readonly near: NameIndex['near']
}

// A list asks for the same words again and again, while changes bring a few new ones: only these are compared then.
function nearKeys(): NearKeys {
  let keys: ReadyKey[] = []
  const known = new Set<string>()
  const lately = new Map<string, { readonly near: NearKey[]; readonly upTo: number }>()
  return {
    learn: (soundKeys) => {
      if (known.size > 2 * soundKeys.length + mostForgotten) {
        keys = []
        known.clear()
        lately.clear()
      }
      for (const soundKey of soundKeys) {
        if (known.has(soundKey)) continue
        known.add(soundKey)
        keys.push(readyKey(soundKey))
      }
    },
    near: (word) => {
      const before = lately.get(word) ?? { near: [], upTo: 0 }
      if (before.upTo === keys.length) return before.near
      const near = [...before.near, ...keysNear(word, keys.slice(before.upTo))].sort((a, b) => b.closeness - a.closeness)
      if (lately.size >= mostRemembered) lately.clear()
      lately.set(word, { near, upTo: keys.length })
      return near
    },
  }
}

const mostRemembered = 5_000
// Words that stand in no name any more are found by nobody, and only take room.
const mostForgotten = 1_000
