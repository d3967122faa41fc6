import { createHash, timingSafeEqual } from 'node:crypto'
import type { Device } from '@kunak/contracts/identity'
import { deviceOf } from './device-of.ts'
import { type HttpEvent, type HttpResult, requestOf, resultOf } from './http-event.ts'
import { openOnce } from './open-once.ts'
import { sourceOf } from './source-of.ts'

/** What is known of a request besides its bytes. */
export interface Asking {
  readonly source?: string
  readonly device: Device
}

/** What stands behind the front door of one function. */
export interface Answering {
  /** The site's own origin: what the address of every request begins with, whatever the function's own address is. */
  readonly origin: string
  /** What CloudFront sends along; a request without it has gone around CloudFront. */
  readonly frontKey: string
  readonly respond: (request: Request, asking: Asking) => Response | Promise<Response>
}

const frontKeyHeader = 'x-kunak-front-key'
const viewerHeader = 'cloudfront-viewer-address'
/** What gateways add about who asks, and names of our own that only we may set: no application code is to see them. */
const traces = ['x-forwarded-for', 'forwarded', 'user-agent', 'via', 'x-amz-cf-id', 'x-amzn-trace-id']
const saysDevice = (name: string) => /^cloudfront-is-\w+-viewer$/.test(name)
const refused = (statusCode: 400 | 403): HttpResult => ({ statusCode, headers: { 'cache-control': 'no-store' } })

/**
 * Answers the requests of an HTTP API. What it answers with is opened at the first request and kept; if that fails, the next request
 * tries again.
 */
export function answerRequests(open: () => Promise<Answering>): (event: HttpEvent) => Promise<HttpResult> {
  const opened = openOnce(open)
  return async (event) => {
    const { origin, frontKey, respond } = await opened()
    const { [frontKeyHeader]: saidKey = '', [viewerHeader]: viewer, ...said } = event.headers
    const headers = Object.fromEntries(
      Object.entries(said).filter(([name]) => !traces.includes(name) && !saysDevice(name) && !name.startsWith('x-kunak-')),
    )
    if (!isSame(saidKey, frontKey)) return refused(403)
    const request = requestOf({ ...event, headers }, origin)
    const source = sourceOf(viewer)
    const asking = { ...(source !== undefined && { source }), device: deviceOf(said) }
    return request ? await resultOf(await respond(request, asking)) : refused(400)
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest()
const isSame = (a: string, b: string) => timingSafeEqual(digest(a), digest(b))
