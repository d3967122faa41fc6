import type { NameIndex } from './name-index.ts'

const mostCompared = 50
// Each duplicate has every telling word of the name. Few organisations do, so that they are all compared as far as this.
const mostWithAllWords = 500

const steps = 255
const withAllWords = steps + 1

/** Numbers of the organisations whose names share most with one of the asked ones, each given by its telling words. */
export function numbersLike(index: NameIndex, asked: readonly (readonly string[])[]): number[] {
  // Each name by itself: however many share all words of one, they leave the others their places.
  return [...new Set(asked.flatMap((words) => (words.length > 0 ? numbersLikeOne(index, words) : [])))]
}

function numbersLikeOne(index: NameIndex, words: readonly string[]): number[] {
  const ranks = ranksBy(index, words)
  const counts = new Uint32Array(withAllWords + steps + 1)
  for (const rank of ranks) counts[rank] = (counts[rank] ?? 0) + 1
  let lowest = counts.length
  let chosen = 0
  while (lowest > 1 && chosen < (lowest > withAllWords ? mostWithAllWords : mostCompared)) {
    lowest -= 1
    chosen += counts[lowest] ?? 0
  }
  const found: number[] = []
  for (let number = 1; number < ranks.length; number += 1) if ((ranks[number] ?? 0) >= lowest) found.push(number)
  const most = Math.max(mostCompared, Math.min(mostWithAllWords, complete(counts)))
  if (found.length <= most) return found
  const rankOf = (number: number) => ranks[number] ?? 0
  // Of two that have all words, the one with fewer others is more alike.
  const byRank = (one: number, other: number) => rankOf(other) - rankOf(one) || index.wordsIn(one) - index.wordsIn(other)
  return found.sort(byRank).slice(0, most)
}

function complete(counts: Uint32Array): number {
  return counts.subarray(withAllWords).reduce((sum, count) => sum + count, 0)
}

/**
 * The rank of each number: 0 without a word in common, from `withAllWords` on with a counterpart of each word. A word counts the more
 * the fewer have it; one misspelled or inflected counts a little less.
 */
function ranksBy(index: NameIndex, words: readonly string[]): Uint16Array {
  const ranks = new Uint16Array(index.highestNumber + 1)
  const different = [...new Set(words)].map((word) => {
    const near = index.near(word).map(({ soundKey, closeness }) => ({ numbers: index.holders(soundKey), closeness }))
    const holders = near.reduce((sum, { numbers }) => sum + numbers.length, 0)
    return { near, weight: Math.log(1 + index.organisations / Math.max(1, holders)) }
  })
  const most = different.reduce((sum, { weight }) => sum + weight, 0)
  const scores = new Float32Array(ranks.length)
  const shared = new Uint16Array(ranks.length)
  const lastWord = new Uint16Array(ranks.length)
  for (const [at, { near, weight }] of different.entries())
    for (const { numbers, closeness } of near)
      for (const number of numbers) {
        // The closest spelling comes first, and a word counts once.
        if (lastWord[number] === at + 1) continue
        lastWord[number] = at + 1
        shared[number] = (shared[number] ?? 0) + 1
        scores[number] = (scores[number] ?? 0) + weight * closeness
      }
  for (let number = 1; number < ranks.length; number += 1) {
    const score = scores[number] ?? 0
    if (score === 0) continue
    ranks[number] = 1 + Math.round(((steps - 1) * score) / most) + (shared[number] === different.length ? steps : 0)
  }
  return ranks
}
