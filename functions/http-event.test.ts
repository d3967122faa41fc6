import { describe, expect, it } from 'vitest'
import { type HttpEvent, requestOf, resultOf } from './http-event.ts'

const origin = 'https://kunak.example'

function anEvent(said: Partial<HttpEvent> & { method?: string } = {}): HttpEvent {
  const { method = 'GET', ...rest } = said
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: '/ru/organisations',
    rawQueryString: '',
    headers: { host: 'abc.execute-api.example', 'accept-language': 'ru' },
    isBase64Encoded: false,
    requestContext: {
      accountId: 'anonymous',
      apiId: 'abc',
      domainName: 'abc.execute-api.example',
      domainPrefix: 'abc',
      requestId: 'r-1',
      routeKey: '$default',
      stage: '$default',
      time: '22/Nov/2026:09:00:00 +0000',
      timeEpoch: 1_795_338_000_000,
      http: { method, path: '/', protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'Amazon CloudFront' },
    },
    ...rest,
  }
}

describe('an event of the HTTP API', () => {
  it('becomes a request at the site, not at the function', () => {
    const request = requestOf(anEvent({ rawQueryString: 'q=%D1%91%D0%BB%D0%BA%D0%B0', cookies: ['a=1', 'b=2'] }), origin)
    expect(request?.url).toBe('https://kunak.example/ru/organisations?q=%D1%91%D0%BB%D0%BA%D0%B0')
    expect(Object.fromEntries(request?.headers ?? [])).toEqual({
      host: 'kunak.example',
      'accept-language': 'ru',
      cookie: 'a=1; b=2',
    })
  })

  it('never leads to another host, whatever its path', () => {
    for (const rawPath of ['//evil.example/x', '/\\evil.example', '/@evil.example', '/a?b#c'])
      expect(new URL(requestOf(anEvent({ rawPath }), origin)?.url ?? '').origin).toBe(origin)
    expect(requestOf(anEvent({ rawPath: '/a?b#c' }), origin)?.url).toBe('https://kunak.example/a%3Fb%23c')
  })

  it('brings a body as it was sent, text or bytes', async () => {
    const text = requestOf(anEvent({ method: 'POST', body: 'имя=ёлка' }), origin)
    expect(await text?.text()).toBe('имя=ёлка')
    const bytes = requestOf(anEvent({ method: 'PUT', body: '/wA=', isBase64Encoded: true }), origin)
    expect(new Uint8Array((await bytes?.arrayBuffer()) ?? new ArrayBuffer())).toEqual(Uint8Array.of(255, 0))
  })

  it('is no request when its method or a header cannot be one', () => {
    expect(requestOf(anEvent({ method: 'TRACE' }), origin)).toBeNull()
    expect(requestOf(anEvent({ headers: { 'x-odd': 'ё' } }), origin)).toBeNull()
  })
})

describe('a response', () => {
  it('keeps each cookie apart and its text readable', async () => {
    const headers = new Headers({ 'content-type': 'text/html; charset=utf-8' })
    headers.append('set-cookie', 'a=1; Path=/')
    headers.append('set-cookie', 'b=2; Path=/')
    expect(await resultOf(new Response('Ёлка', { status: 201, headers }))).toEqual({
      statusCode: 201,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      cookies: ['a=1; Path=/', 'b=2; Path=/'],
      body: 'Ёлка',
      isBase64Encoded: false,
    })
  })

  it('keeps bytes that are no text', async () => {
    const result = await resultOf(new Response(Uint8Array.of(255, 0, 128)))
    expect(result).toMatchObject({ body: '/wCA', isBase64Encoded: true })
  })
})
