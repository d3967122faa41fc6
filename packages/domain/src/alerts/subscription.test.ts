import { Subscription, type SubscriptionRule } from '@kunak/contracts/alerts'
import { alertContent, aPersonId } from '@kunak/testing'
import { describe, expect, it } from 'vitest'
import { channelsFor, defaultSubscription, isToldAtOnce, isToldByDigest } from './subscription.ts'

const everything: SubscriptionRule = { republics: [], pressures: [], leastUrgency: 'Unknown', languages: [], channels: ['mail'] }
const withRule = (rule: Partial<SubscriptionRule>) => ({ rules: [{ ...everything, ...rule }] })

describe('a subscription', () => {
  it('of somebody who has not chosen tells of what is urgent by mail, and of everything on the pages', () => {
    const usual = Subscription.parse(defaultSubscription(aPersonId()))
    expect(channelsFor(usual, alertContent({ urgency: 'Immediate' }))).toEqual(['mail', 'app'])
    expect(channelsFor(usual, alertContent({ urgency: 'Future' }))).toEqual(['app'])
  })

  it('to everything hears of whatever there is, whatever it lacks', () => {
    const bare = alertContent({ republic: null, pressures: [], urgency: 'Unknown', language: 'ce' })
    expect(channelsFor(withRule({}), bare)).toEqual(['mail'])
  })

  it('hears of what fits one of its rules in every respect', () => {
    const content = alertContent({ republic: 'RU-DA', pressures: ['raid', 'detention'], urgency: 'Expected', language: 'ru' })
    expect(channelsFor(withRule({ republics: ['RU-DA', 'RU-CE'], pressures: ['detention'] }), content)).toEqual(['mail'])
    expect(channelsFor(withRule({ republics: ['RU-CE'] }), content)).toEqual([])
    expect(channelsFor(withRule({ pressures: ['abduction'] }), content)).toEqual([])
    expect(channelsFor(withRule({ leastUrgency: 'Immediate' }), content)).toEqual([])
    expect(channelsFor(withRule({ leastUrgency: 'Expected' }), content)).toEqual(['mail'])
    expect(channelsFor(withRule({ languages: ['en'] }), content)).toEqual([])
    expect(channelsFor(withRule({ languages: ['en'] }), { ...content, summary: { en: 'A search' } })).toEqual(['mail'])
  })

  it('tells at once of what is urgent, of the rest in the digest', () => {
    const both = withRule({ channels: ['mail', 'push'] })
    const [urgent, other] = [alertContent({ urgency: 'Immediate' }), alertContent({ urgency: 'Expected' })]
    expect([isToldAtOnce(both, urgent, 'push'), isToldByDigest(both, urgent, 'push')]).toEqual([true, false])
    expect([isToldAtOnce(both, other, 'mail'), isToldByDigest(both, other, 'mail')]).toEqual([false, true])
    expect(isToldAtOnce(withRule({ channels: ['app'] }), urgent, 'mail')).toBe(false)
  })

  it('refuses a place whose clock nobody knows, and quiet hours that never begin', () => {
    const usual = defaultSubscription(aPersonId())
    for (const timeZone of ['Europe/Nowhere', '+03:00', '', 'Europe/Moscow; x'])
      expect(Subscription.safeParse({ ...usual, timeZone }).success).toBe(false)
    for (const timeZone of ['UTC', 'Europe/Moscow', 'America/Argentina/Buenos_Aires', 'Etc/GMT-3', 'America/Port-au-Prince'])
      expect(Subscription.safeParse({ ...usual, timeZone }).success).toBe(true)
    expect(Subscription.safeParse({ ...usual, quiet: { from: 3, to: 3 } }).success).toBe(false)
  })
})
