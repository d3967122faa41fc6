import { UpdateId } from '@kunak/contracts'
import type { Alert, LadderStep } from '@kunak/contracts/alerts'
import { anAlert, anOrganisationId, aPersonId, storyTime } from '@kunak/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advanceAlert, alertAsOf, isDraftOver, nextDueOf } from './advance-alert.ts'

const start = Date.parse(storyTime)
const after = (hours: number) => new Date(start + hours * 3_600_000)
const at = (hours: number) => after(hours).toISOString()
const year = 366 * 24
const endOfTime = '9999-12-31T23:59:59.999Z'
const to = (step: LadderStep['to'], afterMinutes: number): LadderStep => ({ afterMinutes, atLeast: 2, to: step })
const verified = { by: anOrganisationId(), personId: aPersonId(), at: at(0) }

/** What the clock makes of an alert by a moment, and what happened on the way. */
function tick(before: Alert, hours: number, canHelp = 0): { alert: Alert; types: string[] } {
  const types: string[] = []
  let alert = before
  for (;;) {
    const change = advanceAlert(alert, { now: after(hours), canHelp })
    if (!change) return { alert, types }
    expect(change.after.version).toBe(alert.version + 1)
    types.push(change.event.type)
    alert = change.after
  }
}

describe('an alert that is out', () => {
  it('reminds its own people twelve hours before its life is over, and ends when it is', () => {
    const alert = anAlert({ state: 'active' })
    expect(tick(alert, 59.9).types).toEqual([])
    expect(tick(alert, 60).types).toEqual(['alert_reminded'])
    expect(tick(tick(alert, 60).alert, 71).types).toEqual([])
    const ended = tick(tick(alert, 60).alert, 75)
    expect(ended.types).toEqual(['alert_expired'])
    expect(ended.alert).toMatchObject({ state: 'expired', closed: { at: at(72), outcome: null } })
  })

  it('ends after six hours where it went beyond a circle and nobody else has confirmed it', () => {
    const alert = anAlert({ state: 'active', unverifiedUntil: at(6) })
    expect(tick(alert, 5.9).types).toEqual([])
    expect(advanceAlert(alert, { now: after(6), canHelp: 9 })?.event).toEqual({
      type: 'alert_expired',
      data: { why: 'nobody_verified' },
    })
    expect(tick({ ...alert, verified, unverifiedUntil: null }, 48).types).toEqual([])
  })

  it('goes to nobody new, and reminds nobody, once it is over, however late the clock is', () => {
    const alert = anAlert({ state: 'active', content: { ladder: [to('coordinators', 30)] } })
    expect(tick(alert, 100)).toMatchObject({ types: ['alert_expired'], alert: { widenedTo: [], remindedAt: null } })
  })

  it('forgets what only its audience read, and who wrote and confirmed it, a year after the end', () => {
    const closed = { at: at(1), outcome: 'released', note: 'Отпустили' } as const
    const update = {
      id: UpdateId.parse('01KAN0T0000000000000000000'),
      at: at(0),
      by: anOrganisationId(),
      text: 'Тайно',
      publicText: {},
    }
    const alert = anAlert({ state: 'resolved', verified, closed, updates: [update] })
    expect(tick(alert, year - 48).types).toEqual([])
    const forgotten = tick(alert, year).alert
    expect(forgotten).toMatchObject({ raiserId: null, verified: { by: verified.by, personId: null }, closed: { note: '' } })
    expect(JSON.stringify(forgotten)).not.toMatch(/Тайно|Отпустили|обыск|сотрудников/)
    expect(forgotten.content.pressures).toEqual(alert.content.pressures)
    expect(nextDueOf(forgotten)).toBeNull()
  })
})

describe('the ladder', () => {
  const ladder = [to('coordinators', 30), to('network', 60)]

  it('takes a step where too few can help, and passes over one where enough can', () => {
    const alert = anAlert({ state: 'active', verified, content: { audience: 'organisation', ladder } })
    expect(tick(alert, 0.4).types).toEqual([])
    expect(tick(alert, 0.5).alert.widenedTo).toEqual([{ to: 'coordinators', at: at(0.5) }])
    expect(tick(tick(alert, 0.5).alert, 1).alert.widenedTo.map((one) => one.to)).toEqual(['coordinators', 'network'])
    expect(tick(alert, 1, 2).alert).toMatchObject({ widenedTo: [], stepsTaken: 2 })
  })

  it('never brings one organisation’s word to the network: coordinators are asked, and the step waits for a second one', () => {
    const alert = anAlert({ state: 'active', content: { audience: 'organisation', ladder: [to('network', 60)] } })
    const waiting = tick(alert, 2).alert
    expect(waiting).toMatchObject({ widenedTo: [{ to: 'coordinators', at: at(2) }], stepsTaken: 0 })
    expect(tick(waiting, 50).types).toEqual([])
    expect(tick({ ...waiting, verified }, 50).alert.widenedTo.map((one) => one.to)).toEqual(['coordinators', 'network'])
  })
})

describe('what nobody sends or confirms', () => {
  it('waits three days for a second organisation, then ends without ever having gone out', () => {
    const alert = anAlert({ state: 'submitted', submittedAt: at(0) })
    expect(tick(alert, 71).types).toEqual([])
    expect(tick(alert, 72).alert).toMatchObject({ state: 'expired', activeAt: null, closed: { at: at(72) } })
  })

  it('is thrown away as a draft once nobody has touched it for thirty days', () => {
    const draft = anAlert()
    expect(nextDueOf(draft)).toBe(at(30 * 24))
    expect([719, 720].map((hours) => isDraftOver(draft, after(hours)))).toEqual([false, true])
    expect(advanceAlert(draft, { now: after(10_000), canHelp: 0 })).toBeNull()
    expect(isDraftOver(anAlert({ state: 'active' }), after(10_000))).toBe(false)
  })
})

const hours = fc.double({ min: 0, max: 2 * year, noNaN: true })
const moments = fc.array(fc.oneof(fc.double({ min: 0, max: 80, noNaN: true }), hours), { maxLength: 12 })
const alerts = fc
  .record({
    state: fc.constantFrom('submitted', 'active', 'active', 'active', 'resolved', 'cancelled'),
    isConfirmed: fc.boolean(),
    isWide: fc.boolean(),
    ladder: fc.uniqueArray(fc.integer({ min: 5, max: 4320 }), { maxLength: 4 }).chain((minutes) =>
      fc.tuple(
        ...minutes
          .toSorted((one, other) => one - other)
          .map((afterMinutes) =>
            fc.record({
              afterMinutes: fc.constant(afterMinutes),
              atLeast: fc.integer({ min: 1, max: 5 }),
              to: fc.constantFrom('network' as const, 'coordinators' as const),
            }),
          ),
      ),
    ),
  })
  .map(({ state, isConfirmed, isWide, ladder }) =>
    anAlert({
      state,
      submittedAt: at(0),
      verified: isConfirmed ? verified : null,
      unverifiedUntil: isWide && !isConfirmed && state !== 'submitted' ? at(6) : null,
      content: { audience: isWide ? 'network' : 'organisation', ladder },
      closed: state === 'resolved' || state === 'cancelled' ? { at: at(3), outcome: null, note: 'Всё' } : null,
    }),
  )

/** What is left of an alert that does not hang on when somebody came to look. */
const lasting = (alert: Alert): Alert => ({ ...alert, version: 1, widenedTo: [], stepsTaken: 0, remindedAt: null })

describe('whenever the clock comes', () => {
  it('an alert comes to the same end, and is over for everybody from the moment on at which it was due to end', () => {
    fc.assert(
      fc.property(alerts, moments, moments, hours, (alert, some, others, end) => {
        const ends = [some, others, []].map((ticks) => {
          let at = alert
          for (const hour of [...ticks.filter((one) => one < end).toSorted((a, b) => a - b), end]) {
            const { alert: next, types } = tick(at, hour, 1)
            // Nothing is done twice, and what ends goes no further.
            expect(new Set(types.filter((type) => type !== 'alert_widened')).size).toBe(
              types.filter((type) => type !== 'alert_widened').length,
            )
            if (next.state === 'expired' && at.state === 'active') expect(next.widenedTo).toEqual(at.widenedTo)
            expect(lasting(alertAsOf(at, after(hour)))).toEqual(lasting(next))
            expect(nextDueOf(next) ?? endOfTime).toSatisfy((due: string) => due > after(hour).toISOString())
            at = next
          }
          return lasting(at)
        })
        expect(ends[1]).toEqual(ends[0])
        expect(ends[2]).toEqual(ends[0])
      }),
      { numRuns: 500 },
    )
  })

  it('a clock that is set back does nothing', () => {
    fc.assert(
      fc.property(alerts, hours, hours, (alert, one, other) => {
        const [early = 0, late = 0] = [one, other].toSorted((a, b) => a - b)
        const { alert: done } = tick(alert, late, 1)
        expect(tick(done, early, 1)).toEqual({ alert: done, types: [] })
      }),
    )
  })
})
