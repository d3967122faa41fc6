import type { PersonId } from '@kunak/contracts'
import type { Passkey, Person } from '@kunak/contracts/identity'
import { aPersonId } from '@kunak/testing'
import { describe, expect, it } from 'vitest'
import { addFactor } from './add-factor.ts'
import { recoveryProgress } from './recovery-progress.ts'
import { removeAuthenticator } from './remove-authenticator.ts'

const now = new Date('2026-11-22T09:00:00.000Z')
const factor = { authenticator: { secret: 'sealed', lastStep: 5 } }
const added = { ...factor.authenticator, since: now.toISOString() }
const shared = { recoveryCode: 'the new hash', now }
/** An account with an authenticator app; what a test says replaces what stands here. */
const stored = (said: Partial<Person> = {}): Person => ({
  id: aPersonId(),
  version: 1,
  mail: 'sealed',
  mailFingerprint: 'fingerprint',
  name: null,
  locale: 'ru',
  createdAt: '2025-03-01T09:00:00.000Z',
  actorNonce: 'nonce',
  memberships: [],
  isCoordinator: false,
  passkeys: [],
  authenticator: { secret: 'an older one', lastStep: 0, since: '2025-03-01T09:00:00.000Z' },
  recoveryCode: null,
  guardians: [],
  recovery: null,
  wantsLetters: true,
  undeliverable: null,
  sessionsFrom: '2025-03-01T09:00:00.000Z',
  ...said,
})
const passkey: Passkey = {
  id: 'id',
  publicKey: 'key',
  counter: 0,
  transports: [],
  name: '',
  createdAt: '2025-03-01T09:00:00.000Z',
  lastUsedAt: null,
}

describe('a second factor', () => {
  it('is the first of a new account, ends whatever began before, and brings a recovery code', () => {
    const person = stored({ authenticator: null })
    const after = addFactor(person, factor, { ...shared, session: { kind: 'enrolling', via: 'mail' } })
    expect(after).toMatchObject({
      ok: true,
      value: { version: 2, authenticator: added, recoveryCode: 'the new hash', sessionsFrom: '2026-11-22T09:00:00.001Z' },
    })
  })

  it('is not added by mail alone where there is one already, as in a second enrolling session', () => {
    const after = addFactor(stored(), factor, { ...shared, session: { kind: 'enrolling', via: 'mail' } })
    expect(after).toEqual({ ok: false, refusal: { code: 'not_yours' } })
  })

  it('takes the place of all others after a recovery, which may lie in other hands', () => {
    const recovery = { startedAt: '2026-11-18T09:00:00.000Z', confirmedBy: [] }
    const person = stored({ recovery, recoveryCode: 'the old hash', passkeys: [passkey] })
    const after = addFactor(person, factor, { ...shared, session: { kind: 'enrolling', via: 'recovery' } })
    expect(after).toMatchObject({
      ok: true,
      value: { passkeys: [], authenticator: added, recovery: null, recoveryCode: 'the new hash' },
    })
  })

  it('stands beside the others in a full session, and leaves sessions and recovery code alone', () => {
    const person = stored({ authenticator: null, passkeys: [passkey], recoveryCode: 'the old hash' })
    const after = addFactor(person, factor, { ...shared, session: { kind: 'full', via: 'passkey' } })
    expect(after.ok && after.value).toEqual({ ...person, version: 2, authenticator: added })
  })

  it('cannot be removed where it is the last', () => {
    expect(removeAuthenticator(stored())).toEqual({ ok: false, refusal: { code: 'last_factor' } })
    expect(removeAuthenticator(stored({ authenticator: null }))).toEqual({ ok: false, refusal: { code: 'not_found' } })
    const beside = stored({ passkeys: [passkey] })
    expect(removeAuthenticator(beside)).toMatchObject({ ok: true, value: { authenticator: null, version: 2 } })
  })
})

describe('a recovery by guardians', () => {
  const guardians = [aPersonId(), aPersonId()]
  const startedAt = '2026-11-19T09:00:00.000Z'
  const progress = (confirmedBy: PersonId[], at: string, kept = guardians) =>
    recoveryProgress({ guardians: kept, recovery: { startedAt, confirmedBy } }, new Date(at))

  it('is ready when both have confirmed and 72 hours are over, not a millisecond before', () => {
    expect(progress(guardians, '2026-11-22T08:59:59.999Z')).toMatchObject({ isReady: false, confirmations: 2 })
    expect(progress(guardians, '2026-11-22T09:00:00.000Z')).toMatchObject({ isReady: true })
    expect(progress(guardians.slice(1), '2026-11-22T09:00:00.000Z')).toMatchObject({ isReady: false, confirmations: 1 })
  })

  it('counts only those who are her guardians now, and is forgotten after a month', () => {
    expect(progress(guardians, '2026-11-22T09:00:00.000Z', guardians.slice(1))).toMatchObject({
      isReady: false,
      confirmations: 1,
    })
    expect(progress(guardians, '2026-12-19T09:00:00.000Z')).toBeNull()
    expect(recoveryProgress({ guardians, recovery: null }, now)).toBeNull()
  })
})
