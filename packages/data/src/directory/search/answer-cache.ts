import { createHash } from 'node:crypto'
import type { EncodedAnswer } from './search.ts'

/** Answers by what was asked and the state they hold for, each encoded at most once; the longest unused go first. */
export interface AnswerCache {
  readonly get: <Answer>(key: string, make: () => Answer) => KeptAnswer<Answer>
}

export interface KeptAnswer<Answer> {
  readonly answer: Answer
  readonly encoded: () => EncodedAnswer
}

const mostAnswers = 1_000

export function answerCache(): AnswerCache {
  const kept = new Map<string, KeptAnswer<unknown>>()
  return {
    get: <Answer>(key: string, make: () => Answer) => {
      // A key names the kind of answer as well, so what is kept under it is one.
      const found = (kept.get(key) as KeptAnswer<Answer> | undefined) ?? keep(make())
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

function keep<Answer>(answer: Answer): KeptAnswer<Answer> {
  let encoded: EncodedAnswer | undefined
  return {
    answer,
    encoded: () => {
      encoded ??= encode(answer)
      return encoded
    },
  }
}

function encode(answer: unknown): EncodedAnswer {
  const json = new TextEncoder().encode(JSON.stringify(answer))
  return { json, etag: `"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"` }
}
