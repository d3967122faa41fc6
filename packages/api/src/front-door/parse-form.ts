import { parseFields } from '@kunak/contracts'
import { createMiddleware } from 'hono/factory'
import { validator } from 'hono/validator'
import type * as z from 'zod'
import { answerProblem } from './answer-problem.ts'
import type { Front, FrontContext } from './front.ts'

/** Parses a form by its contract; what does not fit is a 422 that names the field. Stands behind `onlyForms`. */
export const form = <Schema extends z.ZodType>(schema: Schema) =>
  validator('form', (value, c: FrontContext) => {
    const parsed = parseFields(schema, value, c.var.locale)
    return parsed.ok ? parsed.value : answerProblem(c, 'invalid', parsed.refusal)
  })

/** Lets a route take a form with a file only. */
export const onlyForms = createMiddleware<Front>(async (c, next) => {
  const type = c.req.header('content-type') ?? ''
  if (!/^multipart\/form-data\s*;/i.test(type)) return answerProblem(c, 'unsupported_type')
  return await next()
})
