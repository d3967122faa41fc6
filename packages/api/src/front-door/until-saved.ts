import { answerProblem } from './answer-problem.ts'
import type { FrontContext } from './front.ts'

// Many may want to change the same at one moment; each attempt lets at least one of them through.
const mostAttempts = 20

/**
 * Decides and saves, and decides again on what is stored then where somebody was faster, which an `attempt` says by null. Refuses with
 * `changed_meanwhile` whoever never was the first.
 */
export async function untilSaved(c: FrontContext, attempt: () => Promise<Response | null>): Promise<Response> {
  for (let tries = 0; tries < mostAttempts; tries += 1) {
    const answer = await attempt()
    if (answer) return answer
  }
  return answerProblem(c, 'changed_meanwhile')
}
