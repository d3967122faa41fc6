import { createHash } from 'node:crypto'
import type { EncodedAnswer } from './search.ts'

/**
 * Encoded answers by what was asked and the state they hold for; the longest unused go first. Nothing else is kept of an answer: its
 * objects would be moved about in memory for as long as they are young, and its bytes are not.
 */
export interface AnswerCache {
  readonly get: (key: string, make: () => unknown) => EncodedAnswer
}

const mostAnswers = 1_000

export function answerCache(): AnswerCache {
  const kept = new Map<string, EncodedAnswer>()
  return {
    get: (key, make) => {
      const found = kept.get(key) ?? encode(make())
      kept.delete(key)
      kept.set(key, found)
      for (const oldest of kept.keys()) {
        if (kept.size <= mostAnswers) break
        kept.delete(oldest)
      }
      return found
    },
  }
}

function encode(answer: unknown): EncodedAnswer {
  const json = new TextEncoder().encode(JSON.stringify(answer))
  return { json, etag: `"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"` }
}
