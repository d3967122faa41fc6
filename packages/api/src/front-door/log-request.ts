import { routePath } from 'hono/route'
import { createMiddleware } from 'hono/factory'
import type { Dependencies } from '../dependencies.ts'
import type { Front } from './front.ts'

/** Gives the request its id, the dependencies and the reader's language, and writes one line about how it went. */
export const logRequest = (dependencies: Dependencies) =>
  createMiddleware<Front>(async (c, next) => {
    const started = performance.now()
    c.set('dependencies', dependencies)
    c.set('requestId', dependencies.newId())
    c.set('locale', localeOf(c.req.header('accept-language')))
    await next()
    c.res.headers.set('x-request-id', c.var.requestId)
    dependencies.log({
      requestId: c.var.requestId,
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms: Math.round(performance.now() - started),
      ...(c.var.fault && { fault: c.var.fault }),
    })
  })

/** The interface language that the reader prefers by RFC 9110 §12.5.4; Russian where she names neither. */
function localeOf(header: string | undefined): 'ru' | 'en' {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const q = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean)
      return { language: tag.split('-')[0], weight: q === undefined ? 1 : Number(q) }
    })
    .filter(({ language, weight }) => (language === 'ru' || language === 'en') && weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return wanted[0]?.language === 'en' ? 'en' : 'ru'
}
