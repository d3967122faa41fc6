import { anAuthenticatorCode } from '@kunak/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verifyAuthenticatorCode } from './verify-authenticator-code.ts'

// '12345678901234567890' in base 32: the secret of RFC 6238, appendix B; its codes are the last six digits of those.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const at = (seconds: number) => new Date(seconds * 1000)

describe('a code of an authenticator app', () => {
  it.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [1_111_111_111, '050471', 37_037_037],
    [1_234_567_890, '005924', 41_152_263],
    [2_000_000_000, '279037', 66_666_666],
    [20_000_000_000, '353130', 666_666_666],
  ])('at second %i of the standard is %s', (seconds, code, step) => {
    expect(verifyAuthenticatorCode(code, { secret, lastStep: 0, now: at(seconds) })).toBe(step)
  })

  it('is the one that another implementation shows, for any secret and moment', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'), minLength: 32, maxLength: 32 }),
        fc.integer({ min: 60, max: 4_000_000_000 }),
        (any, seconds) => {
          const code = anAuthenticatorCode(at(seconds), any)
          expect(verifyAuthenticatorCode(code, { secret: any, lastStep: 0, now: at(seconds) })).not.toBeNull()
        },
      ),
    )
  })

  it('is taken a step late or early, and no further', () => {
    const now = at(1_111_111_111)
    const taken = [-60, -30, 0, 30, 60].map((away) => {
      const code = anAuthenticatorCode(at(1_111_111_111 + away), secret)
      return verifyAuthenticatorCode(code, { secret, lastStep: 0, now })
    })
    expect(taken).toEqual([null, 37_037_036, 37_037_037, 37_037_038, null])
  })

  it('is never taken again, nor is one of an earlier step', () => {
    const now = at(1_111_111_111)
    for (const lastStep of [37_037_037, 37_037_038]) {
      expect(verifyAuthenticatorCode('050471', { secret, lastStep, now })).toBeNull()
    }
  })

  it.each(['', '05047', '0504711', 'abcdef', '05047１', '000000'])('is not "%s"', (code) => {
    expect(verifyAuthenticatorCode(code, { secret, lastStep: 0, now: at(1_111_111_111) })).toBeNull()
  })

  it('may be typed with a space, as apps show it', () => {
    expect(verifyAuthenticatorCode(' 050 471 ', { secret: secret.toLowerCase(), lastStep: 0, now: at(1_111_111_111) })).toBe(
      37_037_037,
    )
  })
})
