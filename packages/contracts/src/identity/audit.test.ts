import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { auditTypes } from './audit.ts'

/** What happens to accounts and what they follow is their owners' business; in circles and of alerts, that of who reads them. */
const untold =
  /^(account|alert|authenticator|browser|check_in|circle|coordinator|feeds|guardian|letters|passkey|pledge|preferences|recovery|session|sessions|sign_in|subscription)_|^(audience_circle_chosen|person_added)$/

/** The types of events as the sources write them: `type: '…'`, `const type = … ? '…' : '…'`, and the acts of proposals. */
function writtenTypes(): string[] {
  const files = globSync('packages/{api,data,local}/src/**/*.ts').filter((file) => !file.endsWith('.test.ts'))
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n'))
  const saying = lines.filter((line) => /\btype\b( =|:)|^ {2}\w+: '(organisation|founding|coordinator)_\w+',$/.test(line))
  return saying.flatMap((line) => [...line.matchAll(/'([a-z]+(?:_[a-z]+)+)'/g)].map(([, type = '']) => type))
}

describe('the audit trail', () => {
  it('tells every event that is about an organisation', () => {
    const told: readonly string[] = auditTypes
    const types = new Set(writtenTypes())
    expect(types.size).toBeGreaterThan(40)
    expect([...types].filter((type) => !told.includes(type) && !untold.test(type))).toEqual([])
  })
})
