import { endpoints } from '@kunak/api/reference'
import { anApi, anOrganisation, aProfile, everyGroup } from '@kunak/testing'
import { describe, expect, it, vi } from 'vitest'
import { identityOf, readers } from './readers.ts'
import { requestFor } from './request-for.ts'

const canaries = ['канарейка', 'canary-search', 'canary-agent', '203.0.113.77', 'canary-cookie', 'canary-name']

describe('what is logged', () => {
  it('is the route, the status and the time, and nothing that anybody wrote or is', async () => {
    const written: string[] = []
    const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((method) =>
      vi.spyOn(console, method).mockImplementation((...parts) => void written.push(parts.map(String).join(' '))),
    )
    await using house = await anApi()
    const own = anOrganisation({
      profile: aProfile({ names: { ru: 'канарейка', en: 'canary-name' }, audiences: everyGroup('public') }),
    })
    await house.put(own)
    const headers = { 'user-agent': 'canary-agent', 'x-forwarded-for': '203.0.113.77', cookie: 'session=canary-cookie' }
    for (const reader of readers) {
      const who = identityOf(reader, { own: own.id, other: own.id, applicant: own.id, frozen: own.id })
      for (const endpoint of endpoints) {
        const ask: typeof house.ask = (person, method, path, request = {}) =>
          house.ask(person, method, path, { ...request, headers: { ...headers, ...request.headers } })
        await requestFor({ ...house, ask }, who, endpoint, own)
      }
      await house.ask(who, 'GET', '/api/v1/organisations?q=canary-search', { headers })
      await house.ask(who, 'GET', '/api/v1/canary-name')
      await house.ask(who, 'PUT', `/api/v1/organisations/${own.id}`, {
        body: '{"names": "канарейка',
        headers: { 'content-type': 'application/json' },
      })
    }
    for (const spy of spies) spy.mockRestore()
    const log = JSON.stringify(house.logged) + written.join('\n')
    expect(house.logged.length).toBeGreaterThan(endpoints.length * readers.length)
    for (const canary of [...canaries, own.id]) expect(log).not.toContain(canary)
    for (const entry of house.logged) expect(Object.keys(entry).sort()).toEqual(['method', 'ms', 'requestId', 'route', 'status'])
  })
})
