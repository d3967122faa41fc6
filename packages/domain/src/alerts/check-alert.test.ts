import type { AlertContent } from '@kunak/contracts/alerts'
import { alertContent, aNeedId, storyTime } from '@kunak/testing'
import { describe, expect, it } from 'vitest'
import { checkAlert } from './check-alert.ts'

const now = new Date(storyTime)
const spoken = { isPublic: true, headline: { ru: 'Обыск' }, summary: { ru: 'Идёт обыск.' } }
const step = (afterMinutes: number) => ({ afterMinutes, atLeast: 1, to: 'coordinators' as const })
const refused = (said: Partial<AlertContent>) => checkAlert(alertContent(said), now).map(({ field, code }) => `${field} ${code}`)

describe('an alert is ready to go out', () => {
  it.each<Partial<AlertContent>>([
    {},
    spoken,
    { consent: 'refused', audience: 'coordinators' },
    { consent: 'not_reachable' },
    { audience: 'organisation', ladder: [step(10), step(20)] },
  ])('when nothing is missing (%j)', (said) => {
    expect(refused(said)).toEqual([])
  })

  it.each<[Partial<AlertContent>, string[]]>([
    [{ pressures: [], republic: null }, ['/pressures required', '/republic required']],
    [{ happenedAt: null, consent: null }, ['/happenedAt required', '/consent required']],
    [{ audience: 'circle' }, ['/circleId required']],
    [{ isPublic: true }, ['/headline required', '/summary required']],
    [{ happenedAt: '2026-11-23T09:00:00.000Z' }, ['/happenedAt in_the_future']],
    [{ audience: 'organisation', ladder: [step(20), step(20)] }, ['/ladder not_in_order']],
    [{ audience: 'coordinators', ladder: [step(20)] }, ['/ladder no_further']],
  ])('not while something is missing or cannot be (%j)', (said, expected) => {
    expect(refused(said)).toEqual(expected)
  })

  it('not with a need that stands there twice', () => {
    const need = { id: aNeedId(), kind: 'lawyer_now' as const, quantity: 1, unit: '' }
    expect(refused({ needs: [need, { ...need, quantity: 2 }] })).toEqual(['/needs said_twice'])
  })
})

describe('consent gates the audience', () => {
  it.each(['network', 'circle', 'organisation'] as const)('refused: only coordinators are told, not %s', (audience) => {
    expect(refused({ consent: 'refused', audience })).toContain('/audience consent_refused')
  })

  it('refused: nothing is public, and no ladder leads further', () => {
    expect(refused({ consent: 'refused', audience: 'coordinators', ...spoken, ladder: [step(10)] })).toEqual([
      '/isPublic consent_refused',
      '/ladder consent_refused',
    ])
  })

  it('not reachable: nothing is public', () => {
    expect(refused({ consent: 'not_reachable', ...spoken })).toEqual(['/isPublic consent_missing'])
  })

  it('nothing is public that nobody else reads and could confirm', () => {
    expect(refused({ audience: 'organisation', ...spoken })).toEqual(['/isPublic nobody_could_confirm'])
  })
})
