import { channels, type SubscriptionRule, urgencies } from '@kunak/contracts/alerts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choiceOfRules, rulesOfChoice, simpleChoices, withLettersFor } from './simple-subscription.ts'
import { channelsFor, defaultSubscription, type Topic } from './subscription.ts'

const some = <Of>(...of: Of[]) => fc.uniqueArray(fc.constantFrom(...of), { maxLength: 2 })
const said = {
  republics: some('RU-DA' as const, 'RU-CE' as const, 'RU-IN' as const),
  pressures: some('raid' as const, 'threat' as const),
}
const aRule: fc.Arbitrary<SubscriptionRule> = fc.record({
  ...said,
  leastUrgency: fc.constantFrom(...urgencies),
  languages: some('ru' as const, 'ce' as const),
  channels: fc.uniqueArray(fc.constantFrom(...channels), { minLength: 1 }),
})
const aTopic: fc.Arbitrary<Topic> = fc.record({
  republic: fc.constantFrom('RU-DA' as const, 'RU-CE' as const, null),
  pressures: said.pressures,
  urgency: fc.constantFrom(...urgencies),
  language: fc.constantFrom('ru' as const, 'ce' as const, 'en' as const),
  headline: fc.constant({}),
  summary: fc.constant({}),
})

describe('a simple choice', () => {
  it('is what holds for who has not chosen: what is urgent, by mail', () => {
    expect(choiceOfRules(defaultSubscription('01J00000000000000000000000' as never))).toEqual({ choice: 'urgent', by: ['mail'] })
  })

  it.each(simpleChoices)('is recognised again in its rules: %s', (choice) => {
    for (const by of [['mail'], ['push'], ['mail', 'push']] as const) {
      const expected = choice === 'pages' ? { choice, by: [] } : { choice, by }
      expect(choiceOfRules({ rules: rulesOfChoice(choice, by) })).toEqual(expected)
    }
  })

  it('without any way to be told is the pages', () => {
    for (const choice of simpleChoices) expect(choiceOfRules({ rules: rulesOfChoice(choice, []) })?.choice).not.toBeUndefined()
    expect(rulesOfChoice('urgent', [])).toEqual(rulesOfChoice('pages', []))
  })

  it('is none where somebody has rules of her own', () => {
    const own: SubscriptionRule = {
      republics: ['RU-DA'],
      pressures: [],
      leastUrgency: 'Unknown',
      languages: [],
      channels: ['mail'],
    }
    expect(choiceOfRules({ rules: [own] })).toBeNull()
    expect(choiceOfRules({ rules: [] })).toBeNull()
  })
})

describe('letters that are chosen by the link in one', () => {
  it('come for what she says there and for nothing else, and everything else stays as it was', () => {
    fc.assert(
      fc.property(fc.array(aRule, { maxLength: 5 }), aRule, aTopic, (rules, { channels: _, ...wanted }, topic) => {
        const after = channelsFor({ rules: withLettersFor(rules, wanted) }, topic)
        const before = channelsFor({ rules }, topic)
        const isWanted = channelsFor({ rules: [{ ...wanted, channels: ['mail'] }] }, topic).length > 0
        expect(after.includes('mail')).toBe(isWanted)
        expect(after.includes('push')).toBe(before.includes('push'))
        expect(after.includes('app')).toBe(before.includes('app') || isWanted)
      }),
    )
  })

  it('do not pile up rules: the same chosen twice is chosen once', () => {
    fc.assert(
      fc.property(fc.array(aRule, { maxLength: 5 }), aRule, (rules, { channels: _, ...wanted }) => {
        const once = withLettersFor(rules, wanted)
        expect(withLettersFor(once, wanted).length).toBeLessThanOrEqual(once.length + 1)
        expect(withLettersFor(withLettersFor(once, wanted), wanted)).toEqual(withLettersFor(once, wanted))
      }),
    )
  })
})
