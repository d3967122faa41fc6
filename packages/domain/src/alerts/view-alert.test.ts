import type { Alert } from '@kunak/contracts/alerts'
import { aMember, anAlert, anonymous, anOrganisation, storyTime } from '@kunak/testing'
import { describe, expect, it } from 'vitest'
import { viewAlert } from './view-alert.ts'

const start = Date.parse(storyTime)
const at = (hours: number) => new Date(start + hours * 3_600_000)
const raiser = anOrganisation()
const content = { isPublic: true, headline: { ru: 'Обыск' }, summary: { ru: 'Идёт обыск.' } }
const alert = anAlert({ state: 'active', raisedBy: raiser.id, isExercise: true, content })
const alone: Alert = { ...alert, unverifiedUntil: at(6).toISOString() }
const seen = (viewer: Parameters<typeof viewAlert>[0], of: Alert, hours: number, frozen = false) =>
  viewAlert(viewer, of, {
    organisations: new Map([[raiser.id, frozen ? { ...raiser, standing: 'frozen' } : raiser]]),
    now: at(hours),
  })

describe('what a reader sees of an alert', () => {
  it('says that it is an exercise, to whomever it is shown', () => {
    for (const viewer of [anonymous, aMember(), aMember(raiser.id)])
      expect(seen(viewer, alert, 1)).toMatchObject({ isExercise: true })
  })

  it('says that it is over from that moment on, whether or not the clock’s worker has come by', () => {
    for (const viewer of [anonymous, aMember(), aMember(raiser.id)])
      expect(seen(viewer, alert, 72)).toMatchObject({ state: 'expired', until: at(72).toISOString() })
    expect(seen(aMember(), alert, 72)).toMatchObject({ may: { verify: false, answer: false, pledge: false, lead: false } })
  })

  it('has no words beyond a circle once its hours on one organisation’s word are over', () => {
    expect(seen(aMember(), alone, 5.9)).toMatchObject({ headline: content.headline, isVerified: false })
    expect(seen(aMember(), alone, 6)).toMatchObject({ state: 'expired', restricted: null, headline: {}, needs: [] })
    expect(seen(anonymous, alone, 6)).toMatchObject({ state: 'expired', headline: {}, summary: {} })
    expect(seen(aMember(raiser.id), alone, 6)).toMatchObject({ restricted: alert.content.restricted })
  })

  it('keeps without words also what was ended within these hours', () => {
    const closed = { at: at(1).toISOString(), outcome: null, note: 'Ложная тревога' }
    const calledOff: Alert = { ...alone, state: 'cancelled', closed }
    expect(seen(aMember(), calledOff, 5)).toMatchObject({ headline: content.headline, closed })
    expect(seen(aMember(), calledOff, 7)).toMatchObject({ state: 'cancelled', headline: {}, closed: { ...closed, note: '' } })
  })

  it('is nothing for the public while its organisation is frozen, and goes on without its name for those who help', () => {
    expect(seen(anonymous, alert, 1, true)).toBeNull()
    expect(seen(aMember(), alert, 1, true)).toMatchObject({ part: 'whole', raisedBy: null })
  })
})
