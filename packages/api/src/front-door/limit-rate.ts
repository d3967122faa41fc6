import { takeToken } from '@kunak/data/identity'
import { createMiddleware } from 'hono/factory'
import { answerProblem } from './answer-problem.ts'
import type { Front, FrontContext } from './front.ts'

/** How much one source may do: `burst` at once, then one more every `everyMs`. */
export const limits = {
  /** Changes of any kind. */
  change: { burst: 60, everyMs: 1000 },
  /** Whole lists carried away: exports are how a directory is scraped. */
  export: { burst: 20, everyMs: 15_000 },
  /** Files brought in. */
  upload: { burst: 10, everyMs: 30_000 },
  /** Codes of an authenticator app: a million of them are soon tried. */
  code: { burst: 5, everyMs: 300_000 },
  /** Codes of a check-in, by which one it is. */
  check_in_code: { burst: 5, everyMs: 600_000 },
  /** Letters to sign in with, by who asks. */
  sign_in: { burst: 10, everyMs: 60_000 },
  /** The same by the address that is typed, so that nobody's mailbox is filled, nor her codes guessed at without end. */
  sign_in_address: { burst: 5, everyMs: 600_000 },
  /** Codes of an authenticator app after the mail is proved, by whose it is. */
  second_factor: { burst: 10, everyMs: 3_600_000 },
  /** People asked into an organisation: each asking may send a letter. */
  invitation: { burst: 20, everyMs: 300_000 },
  /** Alerts that go to everybody on the word of one organisation alone, by which that is. */
  unconfirmed_alert: { burst: 10, everyMs: 3_600_000 },
  /** Organisations that ask to join, likewise. */
  application: { burst: 3, everyMs: 1_200_000 },
} as const

/**
 * Lets a source through as long as its bucket has a token. The bucket's key is a fingerprint of the person or the network source
 * under a key of the day, so that the store cannot say who was here. A store that fails lets the request through.
 */
export const limitRate = (kind: keyof typeof limits) =>
  createMiddleware<Front>(async (c, next) => (await refuseTooMany(c, kind).catch(() => null)) ?? (await next()))

/** Takes a token of the one who asks, or of another `source`; the refusal where none is left. A store that fails is a fault, which lets nobody through. */
export async function refuseTooMany(
  c: FrontContext,
  kind: keyof typeof limits,
  source: string = c.var.viewer.personId ?? c.env?.source ?? 'unknown',
): Promise<Response | null> {
  const { database, keys, now } = c.var.dependencies
  if (await takeToken(database, now(), { kind, source, secret: keys.rateLimit, ...limits[kind] })) return null
  c.header('retry-after', String(Math.ceil(limits[kind].everyMs / 1000)))
  return answerProblem(c, 'too_many')
}
