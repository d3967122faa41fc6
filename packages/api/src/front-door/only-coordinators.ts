import { refuseStranger } from '@kunak/domain/identity'
import { createMiddleware } from 'hono/factory'
import { answerRefusal } from './answer-problem.ts'
import type { Front } from './front.ts'

/** Lets coordinators through, before anything of the request is read. */
export const onlyCoordinators = createMiddleware<Front>(async (c, next) =>
  c.var.viewer.isCoordinator ? await next() : answerRefusal(c, refuseStranger(c.var.viewer).refusal),
)
