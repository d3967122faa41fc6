import { fieldProblem, type FieldProblem, type Problem, type ProblemCode, problems, type Refusal } from '@kunak/contracts'
import type { FrontContext } from './front.ts'

/** A refusal as an RFC 9457 problem in the reader's language. */
export function answerRefusal(c: FrontContext, refusal: Refusal): Response {
  if (refusal.code !== 'invalid') return answerProblem(c, refusal.code)
  return answerProblem(
    c,
    'invalid',
    refusal.fields.map((refused) => fieldProblem(refused, c.var.locale)),
  )
}

/** A problem by its code, with the fields it is about. It holds nothing of the request but the names of its fields. */
export function answerProblem(
  c: FrontContext,
  code: Exclude<ProblemCode, 'step_up_needed'>,
  errors?: readonly FieldProblem[],
): Response {
  return answer(c, code, errors && { errors: [...errors] })
}

/** Asks to confirm an act first; `act` is what the proof must be bound to. */
export function answerStepUpNeeded(c: FrontContext, act: string): Response {
  return answer(c, 'step_up_needed', { act })
}

function answer(c: FrontContext, code: ProblemCode, more: Pick<Problem, 'errors' | 'act'> = {}): Response {
  const { status } = problems[code]
  const body: Problem = {
    type: `/api/v1/docs#problem-${code}`,
    title: problems[code][c.var.locale],
    status,
    code,
    requestId: c.var.requestId,
    ...more,
  }
  return c.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': c.var.locale,
    'cache-control': 'no-store',
  })
}
