import { createECDH, createPublicKey, verify } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, vi } from 'vitest'
import { pushCarrier } from './push-carrier.ts'

interface Asked {
  readonly request: IncomingMessage
  readonly body: string
}

/** A service of some browser's maker, on this machine. */
async function aPushService(status: number) {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString('latin1')))
    request.on('end', () => {
      asked.push({ request, body })
      response.writeHead(status, status === 307 ? { location: '/elsewhere' } : {}).end('words of the service')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { asked, origin, [Symbol.dispose]: () => void server.close() }
}

const curve = createECDH('prime256v1')
curve.generateKeys()
const keys = {
  publicKey: curve.getPublicKey('base64url'),
  privateKey: curve.getPrivateKey().toString('base64url').padStart(43, 'A'),
}
const push = pushCarrier({ keys, from: 'post@kunak.example' })

it('sends nothing but that there is something, signed for that service and no other', async () => {
  using service = await aPushService(201)
  expect(await push(`${service.origin}/her/browser`)).toBe('sent')
  const [{ request, body } = { request: undefined, body: '?' }] = service.asked
  expect([request?.method, request?.url, body]).toEqual(['POST', '/her/browser', ''])
  const { authorization = '', ...headers } = request?.headers ?? {}
  const own = ['host', 'connection', 'content-length', 'ttl', 'urgency', 'topic', 'accept', 'accept-language', 'accept-encoding']
  expect(Object.keys(headers).filter((name) => ![...own, 'sec-fetch-mode', 'user-agent'].includes(name))).toEqual([])
  expect([headers['content-length'], headers['topic'], headers['ttl']]).toEqual(['0', 'news', '86400'])

  const [, jwt = '', key = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(authorization) ?? []
  const [head = '', claims = '', signature = ''] = jwt.split('.')
  const said = JSON.parse(Buffer.from(claims, 'base64url').toString())
  expect(said).toEqual({ aud: service.origin, exp: expect.any(Number), sub: 'mailto:post@kunak.example' })
  expect(key).toBe(keys.publicKey)
  const point = Buffer.from(key, 'base64url')
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  }
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' })
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  expect(isSigned).toBe(true)
})

it.each([
  [200, 'sent'],
  [404, 'gone'],
  [410, 'gone'],
  [429, 'later'],
  [503, 'later'],
  [400, 'refused'],
  [403, 'refused'],
  [307, 'refused'],
] as const)('takes the answer %i for %s, and follows nobody elsewhere', async (status, outcome) => {
  using service = await aPushService(status)
  expect(await push(`${service.origin}/her/browser`)).toBe(outcome)
  expect(service.asked).toHaveLength(1)
})

it('takes an answer whose line breaks afterwards for what it said', async () => {
  const broken = new ReadableStream({ start: (body) => body.error(new Error('The line broke.')) })
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(broken, { status: 201 })))
  expect(await push('https://service.example/her/browser').finally(() => vi.unstubAllGlobals())).toBe('sent')
})

it('tries later where nobody answers', async () => {
  const service = await aPushService(200)
  service[Symbol.dispose]()
  expect(await push(`${service.origin}/her/browser`)).toBe('later')
})
