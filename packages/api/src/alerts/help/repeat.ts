import type { Result } from '@kunak/contracts'
import { answerProblem } from '../../front-door/answer-problem.ts'
import type { FrontContext } from '../../front-door/front.ts'

type Attempt = { readonly answer: Response } | { readonly saved: Result<undefined, unknown>; readonly reply: () => Response }

/** What was decided without anything to save. */
export const answered = (answer: Response): Attempt => ({ answer })

// Many may offer the same at one moment; each attempt lets at least one of them through.
const mostAttempts = 20

/** Decides and saves, and decides again where somebody was faster. */
export async function untilSaved(c: FrontContext, attempt: () => Promise<Attempt>): Promise<Response> {
  for (let tries = 0; tries < mostAttempts; tries += 1) {
    const done = await attempt()
    if ('answer' in done) return done.answer
    if (done.saved.ok) return done.reply()
  }
  return answerProblem(c, 'changed_meanwhile')
}
