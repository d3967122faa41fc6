import { UpdateId } from '@kunak/contracts'
import { newUlid } from '@kunak/contracts'
import type { Alert } from '@kunak/contracts/alerts'
import { aMember, anAlert, anonymous, anOrganisationId, aSteward, storyTime } from '@kunak/testing'
import { describe, expect, it } from 'vitest'
import type { AlertDecision } from './alert-change.ts'
import { cancelAlert, extendAlert, resolveAlert, updateAlert } from './lead-alert.ts'

const start = Date.parse(storyTime)
const at = (hours: number) => new Date(start + hours * 3_600_000)
const raiser = anOrganisationId()
const concerned = anOrganisationId()
const lead = { viewer: aMember(raiser), now: at(1) }
const alert = anAlert({ state: 'active', raisedBy: raiser, content: { concerns: concerned } })
const said = { id: UpdateId.parse(newUlid(start)), text: 'Адвоката впустили.', publicText: {} }

const acts: readonly [string, (of: typeof lead, before: Alert) => AlertDecision][] = [
  ['add what is new', (of, before) => updateAlert(of, before, said)],
  ['let it live longer', (of, before) => extendAlert(of, before, { reason: 'Обыск идёт' })],
  ['end it', (of, before) => resolveAlert(of, before, { outcome: 'released', note: '' })],
  ['call it off', (of, before) => cancelAlert(of, before, { note: '' })],
]
const after = (decided: AlertDecision) => {
  if (!decided.ok) throw new Error(decided.refusal.code)
  return decided.value.after
}

describe.each(acts)('to %s', (_, act) => {
  it('is for those who raised it and those whom it concerns, in the name of their organisation', () => {
    for (const id of [raiser, concerned]) {
      const decided = act({ ...lead, viewer: aSteward(id) }, alert)
      expect(decided.ok && decided.value.event?.data['by']).toBe(id)
    }
    expect(act({ ...lead, viewer: aMember() }, alert)).toEqual({ ok: false, refusal: { code: 'not_yours' } })
    expect(act({ ...lead, viewer: anonymous }, alert)).toEqual({ ok: false, refusal: { code: 'not_found' } })
  })

  it.each(['draft', 'expired'] as const)('is refused for what is no longer, or not yet, out (%s)', (state) => {
    const closed = state === 'expired' ? { at: at(0).toISOString(), outcome: null, note: '' } : null
    const before = { ...alert, state, closed, raiserId: lead.viewer.personId }
    expect(act(lead, before)).toEqual({ ok: false, refusal: { code: 'alert_closed' } })
  })

  it('twice does it once', () => {
    const once = after(act(lead, alert))
    expect(act({ ...lead, now: at(1.1) }, once)).toEqual({ ok: true, value: { after: once, event: null } })
  })
})

describe('an alert', () => {
  it('lives another three days from when it is extended, never shorter, and is reminded of again', () => {
    const reminded = { ...alert, remindedAt: at(60).toISOString() }
    const extended = after(extendAlert({ ...lead, now: at(61) }, reminded, { reason: 'Идёт суд' }))
    expect(extended).toMatchObject({ until: at(133).toISOString(), remindedAt: null })
    // The clock was set back by a day.
    expect(after(extendAlert({ ...lead, now: at(37) }, extended, { reason: 'Ещё' })).until).toBe(at(133).toISOString())
  })

  it('that waits for a second organisation can be called off, but not updated or ended', () => {
    const waiting = anAlert({ state: 'submitted', submittedAt: at(0).toISOString(), raisedBy: raiser })
    expect(acts.map(([, act]) => act(lead, waiting).ok)).toEqual([false, false, false, true])
  })

  it('takes no more than the store can keep, and can still be ended then', () => {
    let full: Alert = alert
    const text = '\u0416'.repeat(4000)
    const publicText = Object.fromEntries(['ru', 'en', 'ce', 'av', 'os'].map((one) => [one, '漢'.repeat(1500)]))
    for (let number = 0; ; number += 1) {
      const decided = updateAlert(lead, full, { id: UpdateId.parse(newUlid(start)), text, publicText })
      if (!decided.ok) {
        expect(decided.refusal.code).toBe('alert_full')
        break
      }
      full = decided.value.after
      expect(number).toBeLessThan(200)
    }
    for (let number = 0; number < 120; number += 1) {
      const decided = extendAlert({ ...lead, now: at(number * 2) }, full, { reason: '漢'.repeat(300) })
      if (decided.ok) full = decided.value.after
    }
    const ended = after(resolveAlert(lead, full, { outcome: 'released', note: '漢'.repeat(2000) }))
    expect((Buffer.byteLength(JSON.stringify(ended)) * 4) / 3).toBeLessThan(390_000)
  })
})
