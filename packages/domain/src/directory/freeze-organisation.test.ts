import { aCoordinator, aMember, anonymous, anOrganisation, anOrganisationId, aSteward } from '@kunak/testing'
import type { Standing } from '@kunak/contracts/directory'
import { describe, expect, it } from 'vitest'
import { isSessionOver } from '../identity/index.ts'
import { freezeCodeOf, readFreezeCode } from './freeze-code.ts'
import { freezeOrganisation } from './freeze-organisation.ts'
import { unfreezeOrganisation } from './unfreeze-organisation.ts'
import { viewOrganisation } from './view-organisation.ts'

const now = new Date('2026-11-22T12:00:00.000Z')
const forAll = { profile: { audiences: { names: 'public' } } } as const

describe('freezing an organisation', () => {
  it.each<Standing>(['applicant', 'vetted', 'lapsed', 'suspended'])('is one change of state, and back again (%s)', (standing) => {
    const before = anOrganisation({ ...forAll, standing })
    const frozen = freezeOrganisation(aSteward(before.id), before, now)
    if (!frozen.ok) throw new Error(frozen.refusal.code)
    expect(frozen.value).toEqual({
      ...before,
      version: 2,
      standing: 'frozen',
      frozen: { at: now.toISOString(), before: standing },
      lastFrozenAt: now.toISOString(),
    })
    for (const viewer of [anonymous, aSteward(before.id), aCoordinator()])
      expect(viewOrganisation(viewer, frozen.value, now)).toBeNull()
    const back = unfreezeOrganisation(frozen.value)
    expect(back).toEqual({ ok: true, value: { ...before, version: 3, lastFrozenAt: now.toISOString() } })
  })

  it.each([
    ['the public', anonymous, 'not_signed_in'],
    ['a steward of another organisation', aSteward(), 'not_yours'],
    ['one coordinator alone', aCoordinator(), 'not_yours'],
  ] as const)('is refused to %s', (_, viewer, code) => {
    expect(freezeOrganisation(viewer, anOrganisation(forAll), now)).toEqual({ ok: false, refusal: { code } })
  })

  it('is refused to one of its own people who is no steward, and taken from two coordinators', () => {
    const before = anOrganisation(forAll)
    expect(freezeOrganisation(aMember(before.id), before, now)).toEqual({ ok: false, refusal: { code: 'not_yours' } })
    expect(freezeOrganisation('two_coordinators', before, now).ok).toBe(true)
  })

  it('finds nothing to freeze in what is frozen or gone, and nothing to unfreeze in what is not', () => {
    const gone = { ok: false, refusal: { code: 'not_found' } }
    for (const standing of ['frozen', 'left'] as const) {
      const before = anOrganisation({ standing })
      expect(freezeOrganisation(aSteward(before.id), before, now)).toEqual(gone)
      expect(freezeOrganisation('two_coordinators', before, now)).toEqual(gone)
    }
    expect(unfreezeOrganisation(anOrganisation())).toEqual(gone)
  })

  it('ends the sessions that began before, for good', () => {
    const before = anOrganisation()
    const frozen = freezeOrganisation('two_coordinators', before, now)
    const back = frozen.ok ? unfreezeOrganisation(frozen.value) : frozen
    if (!frozen.ok || !back.ok) throw new Error('It cannot be frozen and unfrozen.')
    const person = { sessionsFrom: '2025-01-01T00:00:00.000Z' }
    const isOver = (startedAt: string, state: typeof before) => isSessionOver({ startedAt }, person, [state])
    for (const state of [frozen.value, back.value]) {
      expect(isOver('2026-11-22T11:59:59.999Z', state)).toBe(true)
      expect(isOver('2026-11-22T12:00:00.000Z', state)).toBe(true)
      expect(isOver('2026-11-22T12:00:00.001Z', state)).toBe(false)
    }
    expect(isOver('2026-11-22T11:00:00.000Z', before)).toBe(false)
  })

  it('gives a code that can be read out and typed', () => {
    const id = anOrganisationId()
    const code = freezeCodeOf(id)
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    expect(readFreezeCode(` ${code.toLowerCase().replace('-', ' ')} `)).toBe(code)
    expect(readFreezeCode('OIL0-0000')).toBe('0110-0000')
    expect(readFreezeCode('7Q2K-9XW')).toBeNull()
  })
})
