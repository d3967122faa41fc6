import { createMiddleware } from 'hono/factory'
import { answerProblem } from './answer-problem.ts'
import type { Front } from './front.ts'

/** Lets whoever is signed in through, before anything else of the request is looked at. */
export const onlySignedIn = createMiddleware<Front>(async (c, next) =>
  c.var.session?.kind === 'full' ? await next() : answerProblem(c, 'not_signed_in'),
)

/** The same for what may also be done while enrolling. */
export const onlyWithSession = createMiddleware<Front>(async (c, next) =>
  c.var.session ? await next() : answerProblem(c, 'not_signed_in'),
)
