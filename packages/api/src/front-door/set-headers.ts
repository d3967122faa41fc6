import { createMiddleware } from 'hono/factory'
import type { Front } from './front.ts'

/** Headers of every answer of the API, refusals too: nothing of it may be framed, run, guessed at or remembered elsewhere. */
const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=63072000; includeSubDomains; preload',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), publickey-credentials-get=(self), publickey-credentials-create=(self)',
} as const

/**
 * Sets them, and who may keep an answer: what the public reads for at most 30 seconds, so that a freeze is quick; everything that
 * belongs to somebody, and every refusal, nobody.
 */
export const setHeaders = createMiddleware<Front>(async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(securityHeaders)) c.res.headers.set(name, value)
  const isPublic = c.req.method === 'GET' && c.res.status < 400 && c.var.viewer?.personId === null && !c.req.header('cookie')
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', isPublic ? 'public, max-age=30' : 'no-store')
  c.res.headers.set('vary', 'Cookie, Accept-Language, Accept-Encoding')
})
