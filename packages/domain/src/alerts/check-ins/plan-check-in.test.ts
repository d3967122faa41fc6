import { Actor } from '@kunak/contracts'
import { Alert, CheckInCodes } from '@kunak/contracts/alerts'
import { aCheckIn, aCheckInId, aCircleId, aCoordinator, aMember, anAlertId, anOrganisation, checkInPlan } from '@kunak/testing'
import { describe, expect, it } from 'vitest'
import { mayLead } from '../may-of.ts'
import { readsAlert } from '../reads-alert.ts'
import { listsOf } from '../lists-of.ts'
import { alertOfCheckIn, audienceNow, silentAlertOf } from './alert-of-check-in.ts'
import { changeCheckIn, checkCodes, planCheckIn } from './plan-check-in.ts'

const now = new Date('2026-11-22T12:00:00.000Z')
const { codes } = aCheckIn()
const organisation = anOrganisation()
const plan = (said: Parameters<typeof checkInPlan>[0] = {}) => checkInPlan({ organisationId: organisation.id, ...said })
const planned = { id: aCheckInId(), plan: plan(), codes, organisation, running: 0, now: new Date('2026-11-22T09:00:00Z') }
const refused = (code: string) => ({ ok: false, refusal: { code } })
const refusedAt = (field: string, code: string) => ({ ok: false, refusal: { code: 'invalid', fields: [{ field, code }] } })

describe('planning a check-in', () => {
  it('begins with the first date that is still to come', () => {
    const begun = planCheckIn(aMember(organisation.id), planned)
    expect(begun).toMatchObject({ ok: true, value: { state: 'running', dueAt: '2026-11-22T15:00:00.000Z', version: 1 } })
  })

  it('is for the people of a vetted organisation, ten at a time', () => {
    expect(planCheckIn(aMember(), planned)).toEqual(refused('not_yours'))
    const suspended = { ...organisation, standing: 'suspended' as const }
    expect(planCheckIn(aMember(organisation.id), { ...planned, organisation: suspended })).toEqual(refused('only_vetted'))
    expect(planCheckIn(aMember(organisation.id), { ...planned, running: 10 })).toEqual(refused('too_many_check_ins'))
  })

  const schedule = plan().schedule
  it.each([
    [
      'that is over',
      { schedule: { ...schedule, from: '2026-11-01', until: '2026-11-21' } },
      '/plan/schedule/until',
      'in_the_past',
    ],
    [
      'that ends first',
      { schedule: { ...schedule, from: '2026-11-25', until: '2026-11-24' } },
      '/plan/schedule/until',
      'not_in_order',
    ],
    ['without an end', { schedule: { ...schedule, until: '2028-01-01' } }, '/plan/schedule/until', 'too_many_days'],
    ['from long ago', { schedule: { ...schedule, from: '1950-01-01' } }, '/plan/schedule/until', 'too_many_days'],
    ['for no circle', { audience: 'circle' as const }, '/plan/circleId', 'required'],
    ['for a circle of others', { audience: 'circle' as const, circleId: aCircleId() }, '/plan/circleId', 'not_one_of'],
  ])('refuses one %s', (_, said, field, code) => {
    expect(planCheckIn(aMember(organisation.id), { ...planned, plan: plan(said) })).toEqual(refusedAt(field, code))
  })

  it('changes to the next date of the new plan', () => {
    const before = aCheckIn({ plan: plan(), missedAt: now.toISOString() })
    const later = plan({ schedule: { ...schedule, time: '20:30' } })
    const changed = changeCheckIn(before, { plan: later, organisation, now })
    expect(changed).toMatchObject({ ok: true, value: { version: 2, dueAt: '2026-11-22T17:30:00.000Z', missedAt: null } })
    expect(changeCheckIn({ ...before, state: 'raised', dueAt: null }, { plan: later, organisation, now })).toEqual(
      refused('check_in_raised'),
    )
  })
})

describe('two codes', () => {
  const alike = (cancel: string, duress: string) => checkCodes(CheckInCodes.parse({ cancel, duress })).length > 0

  it('are not so much alike that one slip makes one of the other', () => {
    expect(alike('482711', '482711')).toBe(true)
    expect(alike('482711', '482 711')).toBe(true)
    expect(alike('482711', '482712')).toBe(true)
    expect(alike('482711', '487211')).toBe(true)
    expect(alike('482711', '48271')).toBe(true)
    expect(alike('482711', '4827119')).toBe(true)
    expect(alike('Вечер', 'вечер')).toBe(true)
    expect(alike('482711', '482799')).toBe(false)
    expect(alike('482711', '117284')).toBe(false)
  })
})

describe('who gets the alert', () => {
  const circleId = aCircleId()
  const inCircle = anOrganisation({ circles: [circleId] })
  const hers = aMember(inCircle.id)
  const forCircle = plan({ organisationId: inCircle.id, audience: 'circle', circleId })
  const forOwn = plan({ organisationId: inCircle.id, audience: 'organisation' })

  it('is whom she chose, as long as they can get it', () => {
    expect(audienceNow(forCircle, inCircle, hers)).toBe('circle')
    expect(audienceNow(forOwn, inCircle, hers)).toBe('organisation')
    expect(audienceNow(plan({ audience: 'coordinators' }), inCircle, hers)).toBe('coordinators')
  })

  it('is the circle still where her organisation is frozen, and coordinators in place of its own people', () => {
    const frozen = { ...inCircle, standing: 'frozen' as const }
    expect(audienceNow(forCircle, frozen, hers)).toBe('circle')
    expect(audienceNow(forOwn, frozen, hers)).toBe('coordinators')
  })

  it('is coordinators where nobody else could be told', () => {
    expect(audienceNow(forCircle, { ...inCircle, circles: [] }, hers)).toBe('coordinators')
    expect(audienceNow(forCircle, { ...inCircle, standing: 'suspended' }, hers)).toBe('coordinators')
    expect(audienceNow(forCircle, null, hers)).toBe('coordinators')
    expect(audienceNow(forOwn, inCircle, aMember())).toBe('coordinators')
  })
})

describe('the alert of a check-in', () => {
  const ownerId = aCheckIn().ownerId
  const checkIn = aCheckIn({ ownerId, plan: plan() })
  const alertId = anAlertId()

  it('says what was missed and what was written beforehand, and is hers to call off', () => {
    const { after, event } = alertOfCheckIn(checkIn, { alertId, now, audience: 'organisation' })
    expect(Alert.parse(after)).toMatchObject({ state: 'active', raiserId: ownerId, isExercise: false, version: 1 })
    expect(after.content.restricted.known).toMatch(/18:00 \(Europe\/Moscow\)[^]*серая «Нива»/)
    expect(after.content.ladder).toEqual([{ afterMinutes: 30, atLeast: 1, to: 'coordinators' }])
    expect(event.type).toBe('alert_activated')
    expect(mayLead({ ...aMember(organisation.id), personId: ownerId }, after)).toBe(true)
  })

  it('says that it is an exercise where she practises with the others', () => {
    const drill = aCheckIn({ plan: plan({ drill: 'exercise' }) })
    expect(alertOfCheckIn(drill, { alertId, now, audience: 'organisation' }).after.isExercise).toBe(true)
    const keptFrom = Actor.parse('a'.repeat(43))
    expect(silentAlertOf(drill, { alertId, now, keptFrom }).after.isExercise).toBe(true)
  })

  it('is read by no one of her organisation where it was duress, a coordinator neither, and led by the other coordinators', () => {
    const owner = { ...aMember(organisation.id), personId: ownerId, isCoordinator: true }
    const keptFrom = Actor.parse('a'.repeat(43))
    const { after, event } = silentAlertOf(checkIn, { alertId, now, keptFrom })
    expect(Alert.parse(after)).toMatchObject({
      raiserId: null,
      content: { audience: 'coordinators', ladder: [], isPublic: false },
    })
    expect(event).toEqual({ type: 'alert_activated', data: {} })
    expect(listsOf(after)).toEqual(['COORDINATORS'])
    expect(readsAlert(owner, after)).toBe(false)
    expect(readsAlert({ ...aMember(organisation.id), isCoordinator: true }, after)).toBe(false)
    // Who left it, or whose organisation is frozen, is still who she is.
    expect(readsAlert({ ...aCoordinator(), actor: keptFrom }, after)).toBe(false)
    expect(readsAlert({ ...aCoordinator(), absent: [organisation.id] }, after)).toBe(false)
    expect(readsAlert(aCoordinator(), after)).toBe(true)
    expect(mayLead(aCoordinator(), after)).toBe(true)
    expect(mayLead(owner, after)).toBe(false)
  })
})
