import { endpoints } from '@kunak/api/reference'
import { anApi, anOrganisation, type TestApi } from '@kunak/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { identityOf, readers } from './readers.ts'
import { requestFor } from './request-for.ts'

let house: TestApi
beforeAll(async () => void (house = await anApi()))
afterAll(() => house[Symbol.asyncDispose]())

async function everyAnswer(): Promise<{ name: string; response: Response; isAnonymous: boolean }[]> {
  const answers = []
  for (const endpoint of endpoints) {
    const own = anOrganisation()
    await house.put(own)
    for (const reader of readers) {
      const who = identityOf(reader, { own: own.id, other: own.id, applicant: own.id, frozen: own.id })
      const response = await requestFor(house, who, endpoint, own)
      answers.push({ name: `${endpoint.method} ${endpoint.path} for ${reader}`, response, isAnonymous: who === null })
    }
  }
  answers.push({ name: 'an unknown address', response: await house.ask(null, 'GET', '/api/v1/nothing'), isAnonymous: true })
  answers.push({ name: 'an unknown id', response: await house.ask(null, 'GET', '/api/v1/organisations/x'), isAnonymous: true })
  return answers
}

describe('the headers of every answer, refusals too', () => {
  it('forbid framing, running, guessing and remembering', { timeout: 120_000 }, async () => {
    for (const { name, response, isAnonymous } of await everyAnswer()) {
      const header = (key: string) => response.headers.get(key) ?? ''
      const policy = header('content-security-policy')
      for (const directive of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", 'form-action']) {
        expect(policy, name).toContain(directive)
      }
      expect(policy, name).not.toContain('unsafe')
      expect(Number(/max-age=(\d+)/.exec(header('strict-transport-security'))?.[1]), name).toBeGreaterThanOrEqual(31_536_000)
      expect(header('x-content-type-options'), name).toBe('nosniff')
      expect(header('referrer-policy'), name).toBe('no-referrer')
      expect(header('cross-origin-opener-policy'), name).toBe('same-origin')
      expect(header('cross-origin-resource-policy'), name).toBe('same-origin')
      expect(header('permissions-policy'), name).toContain('camera=()')
      expect(header('cache-control'), name).toMatch(
        isAnonymous ? /^(no-store|public, max-age=([0-9]|[12][0-9]|30))$/ : /^no-store$/,
      )
      expect(header('x-powered-by'), name).toBe('')
      // The only cookies are the tokens of sessions and askings, which no other host and no script may touch.
      for (const cookie of response.headers.getSetCookie())
        expect(cookie, name).toMatch(/^__Host-[as]=[\w-]*; (Max-Age=\d+; )?Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    }
  })
})
