import { describe, expect, it } from 'vitest'
import { answerRequests, type Answering } from './answer-requests.ts'
import type { HttpEvent } from './http-event.ts'

const http = { method: 'GET', path: '/', protocol: 'HTTP/1.1', sourceIp: '198.51.100.44', userAgent: 'Amazon CloudFront' }
const event = (headers: Record<string, string>): HttpEvent => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: '/ru',
  rawQueryString: '',
  headers: { 'x-kunak-front-key': 'the key', 'cloudfront-viewer-address': '203.0.113.77:4000', ...headers },
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
    http,
  },
})

/** Answers with what it was asked: the address, the headers and the source. */
const echo: Answering = {
  origin: 'https://kunak.example',
  frontKey: 'the key',
  respond: ({ url, headers }, asking) => Response.json({ url, headers: Object.fromEntries(headers), asking }),
}

describe('answering requests', () => {
  it('lets no code see who asks, nor names of our own that came from outside', async () => {
    const traces = {
      'x-forwarded-for': '203.0.113.77',
      'user-agent': 'a browser',
      via: 'a gateway',
      'x-kunak-anything': '1',
      'cloudfront-is-android-viewer': 'true',
    }
    const { body } = await answerRequests(() => Promise.resolve(echo))(event({ ...traces, accept: 'text/html' }))
    expect(JSON.parse(body ?? '')).toEqual({
      url: 'https://kunak.example/ru',
      headers: { accept: 'text/html', host: 'kunak.example' },
      asking: { source: '203.0.113.77', device: 'android' },
    })
  })

  it('refuses what does not carry the front key, before anything else looks at it', async () => {
    const never = { ...echo, respond: () => Promise.reject(new Error('It was looked at.')) }
    const answer = await answerRequests(() => Promise.resolve(never))(event({ 'x-kunak-front-key': 'the kez' }))
    expect(answer).toEqual({ statusCode: 403, headers: { 'cache-control': 'no-store' } })
  })

  it('opens once, and again only after it could not be opened', async () => {
    let opened = 0
    const answer = answerRequests(() => {
      opened += 1
      return opened === 1 ? Promise.reject(new Error('not yet')) : Promise.resolve(echo)
    })
    await expect(answer(event({}))).rejects.toThrow('not yet')
    const both = await Promise.all([answer(event({})), answer(event({}))])
    expect([both.map(({ statusCode }) => statusCode), opened]).toEqual([[200, 200], 2])
  })
})
