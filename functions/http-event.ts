import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { isUtf8 } from 'node:buffer'

export type HttpEvent = APIGatewayProxyEventV2
export type HttpResult = APIGatewayProxyStructuredResultV2

/**
 * The request that an HTTP API's event stands for, at the site's own origin; null for what no request can be, such as `TRACE`.
 * (Payload format 2.0: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html)
 */
export function requestOf(event: HttpEvent, origin: string): Request | null {
  // The path may come decoded, and then these two would end it.
  const path = event.rawPath.replace(/[?#]/g, encodeURIComponent)
  const url = `${origin}${path}${event.rawQueryString && `?${event.rawQueryString}`}`
  const { method } = event.requestContext.http
  const hasBody = event.body !== undefined && method !== 'GET' && method !== 'HEAD'
  try {
    const headers = new Headers()
    for (const [name, value] of Object.entries(event.headers)) if (value !== undefined) headers.set(name, value)
    if (event.cookies) headers.set('cookie', event.cookies.join('; '))
    headers.set('host', new URL(origin).host)
    const body = hasBody ? Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8') : null
    return new Request(url, { method, headers, body })
  } catch {
    return null
  }
}

/** A response as an HTTP API takes it, byte for byte. */
export async function resultOf(response: Response): Promise<HttpResult> {
  const bytes = Buffer.from(await response.arrayBuffer())
  const isText = isUtf8(bytes)
  const cookies = response.headers.getSetCookie()
  return {
    statusCode: response.status,
    headers: Object.fromEntries([...response.headers].filter(([name]) => name !== 'set-cookie')),
    ...(cookies.length > 0 && { cookies }),
    body: bytes.toString(isText ? 'utf8' : 'base64'),
    isBase64Encoded: !isText,
  }
}
