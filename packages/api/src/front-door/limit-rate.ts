import { takeToken } from '@kunak/data/identity'
import { createMiddleware } from 'hono/factory'
import { answerProblem } from './answer-problem.ts'
import type { Front } from './front.ts'

/** How much one source may do: `burst` at once, then one more every `everyMs`. */
export const limits = {
  /** Changes of any kind. */
  change: { burst: 60, everyMs: 1000 },
  /** Whole lists carried away: exports are how a directory is scraped. */
  export: { burst: 20, everyMs: 15_000 },
  /** Files brought in. */
  upload: { burst: 10, everyMs: 30_000 },
} as const

/**
 * Lets a source through as long as its bucket has a token. The bucket's key is a fingerprint of the person or the network source
 * under a key of the day, so that the store cannot say who was here. A store that fails lets the request through.
 */
export const limitRate = (kind: keyof typeof limits) =>
  createMiddleware<Front>(async (c, next) => {
    const { database, keys, now } = c.var.dependencies
    const source = c.var.viewer.personId ?? c.env?.source ?? 'unknown'
    const hasToken = await takeToken(database, now(), { kind, source, secret: keys.rateLimit, ...limits[kind] }).catch(() => true)
    if (hasToken) return await next()
    c.header('retry-after', String(Math.ceil(limits[kind].everyMs / 1000)))
    return answerProblem(c, 'too_many')
  })
