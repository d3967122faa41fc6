import { parseFields } from '@kunak/contracts'
import { createMiddleware } from 'hono/factory'
import { validator } from 'hono/validator'
import type * as z from 'zod'
import { answerProblem } from './answer-problem.ts'
import type { Front, FrontContext } from './front.ts'

/** Parses the query by its contract; what does not fit is a 422 that names the parameter. */
export const query = <Schema extends z.ZodType>(schema: Schema) =>
  validator('query', (value, c: FrontContext) => {
    const parsed = parseFields(schema, value, c.var.locale)
    return parsed.ok ? parsed.value : answerProblem(c, 'invalid', parsed.refusal)
  })

/** Parses a JSON body by its contract; what does not fit is a 422 that names the field. Stands behind `onlyJson`. */
export const body = <Schema extends z.ZodType>(schema: Schema) =>
  validator('json', (value, c: FrontContext) => {
    const parsed = parseFields(schema, value, c.var.locale)
    return parsed.ok ? parsed.value : answerProblem(c, 'invalid', parsed.refusal)
  })

/** Lets a route take JSON only, so that a form from elsewhere or a mistaken client hears what is wanted. */
export const onlyJson = createMiddleware<Front>(async (c, next) => {
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) return answerProblem(c, 'unsupported_type')
  return await next()
})
