import { type Alert, AlertReach, type SubscriptionRule, urgencies } from '@kunak/contracts/alerts'
import type { Organisation, Standing } from '@kunak/contracts/directory'
import type { Person } from '@kunak/contracts/identity'
import { readersOf } from '@kunak/data/alerts'
import { defaultSubscription, reachOf } from '@kunak/domain/alerts'
import { aCircle, aCircleId, anAlert, putCircle } from '@kunak/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aPostOffice } from '../letters/a-post-office.ts'
import { aCrowd, addresses, alertOf, change, people } from './a-crowd.ts'

const subset = <One>(all: readonly One[]) => fc.subarray([...all], { maxLength: 2 })
const republics = ['RU-DA', 'RU-CE', 'RU-IN'] as const
const pressures = ['raid', 'detention', 'abduction'] as const
const languages = ['ru', 'en', 'ce'] as const
const aRule: fc.Arbitrary<SubscriptionRule> = fc.record({
  republics: subset(republics),
  pressures: subset(pressures),
  leastUrgency: fc.constantFrom(...urgencies),
  languages: subset(languages),
  channels: fc.subarray(['mail' as const, 'push' as const, 'app' as const], { minLength: 1 }),
})
const organisationsCount = 5
const somebody = fc.record({
  organisation: fc.option(fc.nat({ max: organisationsCount - 1 })),
  isCoordinator: fc.nat({ max: 5 }).map((n) => n === 0),
  wantsLetters: fc.nat({ max: 5 }).map((n) => n > 0),
  undeliverable: fc.constantFrom(null, null, null, 'bounced' as const),
  rules: fc.option(fc.array(aRule, { maxLength: 3 }), { freq: 2 }),
})
const aWorld = fc.record({
  standings: fc.array(fc.constantFrom<Standing>('vetted', 'vetted', 'vetted', 'applicant', 'frozen'), {
    minLength: organisationsCount,
    maxLength: organisationsCount,
  }),
  circle: fc.subarray([0, 1, 2, 3, 4]),
  people: fc.array(somebody, { minLength: 15, maxLength: 40 }),
  urgency: fc.constantFrom('Immediate' as const, 'Immediate' as const, ...urgencies),
  audience: fc.constantFrom('network' as const, 'circle' as const, 'organisation' as const, 'coordinators' as const),
  concerns: fc.option(fc.constantFrom(1, 2)),
  widened: fc.subarray(['network' as const, 'coordinators' as const]),
  republic: fc.constantFrom(...republics),
  pressure: subset(pressures),
  language: fc.constantFrom(...languages),
})

/** Who is to be told, said again from what is promised, in other words than the workers'. */
function isToTell(alert: Alert, person: Person, all: readonly Organisation[], rules: readonly SubscriptionRule[]): boolean {
  const { content, widenedTo } = alert
  const hers = all.filter(({ id }) => person.memberships.some(({ organisationId }) => organisationId === id))
  const present = hers.filter(({ standing }) => standing !== 'frozen')
  const isFrozenOnly = hers.length > 0 && present.length === 0
  if (!person.wantsLetters || person.undeliverable !== null || isFrozenOnly) return false
  // Its writer knows, as long as she belongs to those who raised it.
  if (person.id === alert.raiserId && present.some(({ id }) => id === alert.raisedBy)) return false
  const isVetted = present.some(({ standing }) => standing === 'vetted')
  const isOwn = present.some(({ id }) => id === alert.raisedBy || id === content.concerns)
  const isInCircle = present.some(
    ({ standing, circles }) => standing === 'vetted' && circles.some((id) => id === content.circleId),
  )
  const isToNetwork = content.audience === 'network' || widenedTo.some(({ to }) => to === 'network')
  const isToCoordinators = content.audience === 'coordinators' || widenedTo.some(({ to }) => to === 'coordinators')
  if (person.isCoordinator && isToCoordinators) return true
  const reads =
    content.audience === 'coordinators'
      ? false
      : isOwn ||
        (content.audience === 'circle' && isInCircle) ||
        (isToNetwork && (isVetted || person.isCoordinator)) ||
        (person.isCoordinator && widenedTo.length > 0)
  return (
    reads &&
    content.urgency === 'Immediate' &&
    rules.some(
      (rule) =>
        rule.channels.includes('mail') &&
        (rule.republics.length === 0 || rule.republics.some((one) => one === content.republic)) &&
        (rule.pressures.length === 0 || rule.pressures.some((one) => content.pressures.includes(one))) &&
        (rule.languages.length === 0 || rule.languages.some((one) => one === content.language)),
    )
  )
}

describe('an alert that goes out', () => {
  it('is told to exactly those who may read it, have subscribed to it and take letters, each once', async () => {
    let told = 0
    await fc.assert(
      fc.asyncProperty(aWorld, async (world) => {
        await using office = await aPostOffice()
        const circleId = aCircleId()
        const crowd = await aCrowd(office, {
          organisations: world.standings.map((standing, n) => ({
            standing,
            circles: world.circle.includes(n) ? [circleId] : [],
          })),
          people: world.people.map(({ organisation, rules, ...account }) => ({
            organisation,
            account,
            ...(rules && { subscription: { rules, digestHour: 9, timeZone: 'UTC', quiet: { from: 0, to: 23 }, isChosen: true } }),
          })),
        })
        const members = crowd.organisations.filter((_, n) => world.circle.includes(n))
        await putCircle(office.database, office.now(), aCircle({ id: circleId, members }))
        const concerns = world.concerns === null ? null : (crowd.organisations[world.concerns]?.id ?? null)
        const { audience, urgency, republic, language } = world
        const content = { audience, urgency, republic, language, concerns, circleId, pressures: world.pressure }
        const widenedTo = audience === 'coordinators' ? [] : world.widened.map((to) => ({ to, at: office.now().toISOString() }))
        const alert: Alert = { ...alertOf(crowd, content), widenedTo, raiserId: crowd.people[0]?.id ?? null }

        await change(office, null, { after: alert, type: 'alert_activated' })
        await office.deliver()

        const rulesOf = (n: number) => world.people[n]?.rules ?? defaultSubscription(anAlert().id as never).rules
        const expected = crowd.people.filter((person, n) => isToTell(alert, person, crowd.organisations, rulesOf(n)))
        expect(office.told()).toEqual(addresses(expected.map(({ id }) => id)))
        const reach = AlertReach.parse(reachOf(alert, { readers: await readersOf(office.database, alert), askable: [] }))
        expect(reach.told.atOnce).toBe(expected.length)
        told += expected.length
      }),
      { numRuns: 20 },
    )
    expect(told).toBeGreaterThan(20)
  }, 120_000)

  it('is told to whoever has subscribed to everything, with what an alert may lack', async () => {
    await using office = await aPostOffice()
    const everything = {
      republics: [],
      pressures: [],
      leastUrgency: 'Unknown' as const,
      languages: [],
      channels: ['mail' as const],
    }
    const { personId: _, ...usual } = defaultSubscription(anAlert().id as never)
    const crowd = await aCrowd(office, {
      organisations: [{}],
      people: people(3, { subscription: { ...usual, rules: [everything] } }),
    })
    const alert = alertOf(crowd, { republic: null, pressures: [], language: 'ce' })
    await change(office, null, { after: alert, type: 'alert_activated' })
    await office.deliver()
    expect(office.told()).toEqual(addresses(crowd.people.map(({ id }) => id)))
  })

  it('tells nobody a second time when it is widened, told again or confirmed', async () => {
    await using office = await aPostOffice()
    const circleId = aCircleId()
    const crowd = await aCrowd(office, {
      organisations: [{ circles: [circleId] }, { circles: [circleId] }, {}],
      people: [
        ...people(4),
        ...people(4, { organisation: 1 }),
        ...people(60, { organisation: 2 }),
        ...people(2, { organisation: null, account: { isCoordinator: true } }),
      ],
    })
    await putCircle(office.database, office.now(), aCircle({ id: circleId, members: crowd.organisations.slice(0, 2) }))
    const alert = alertOf(crowd, { audience: 'circle', circleId })
    await change(office, null, { after: alert, type: 'alert_activated' })
    await office.deliver()
    expect(office.sent).toHaveLength(8)

    const at = office.now().toISOString()
    const asked: Alert = { ...alert, version: 2, widenedTo: [{ to: 'coordinators', at }] }
    await change(office, alert, { after: asked, type: 'alert_widened' })
    await office.deliver()
    expect(office.sent).toHaveLength(10)

    const wide: Alert = { ...asked, version: 3, widenedTo: [...asked.widenedTo, { to: 'network', at }] }
    await change(office, asked, { after: wide, type: 'alert_widened' })
    await office.deliver()
    expect(office.told()).toEqual(addresses(crowd.people.map(({ id }) => id)))
    const confirmed: Alert = { ...wide, version: 4, verified: { by: wide.raisedBy, personId: null, at } }
    await change(office, wide, { after: confirmed, type: 'alert_verified' })
    await office.deliver()
    expect(office.sent).toHaveLength(70)
  })

  it('that waits for a second organisation is shown to those who may give its word, and then told to the others', async () => {
    await using office = await aPostOffice()
    const crowd = await aCrowd(office, {
      organisations: [{}, {}],
      people: [
        ...people(3),
        ...people(3, { organisation: 1 }),
        ...people(2, { organisation: 1, account: { isCoordinator: true } }),
        ...people(1, { organisation: 0, account: { isCoordinator: true } }),
      ],
    })
    const alert = {
      ...alertOf(crowd),
      ...anAlert({ state: 'submitted' }),
      raisedBy: crowd.organisations[0]?.id ?? anAlert().raisedBy,
    }
    await change(office, null, { after: alert, type: 'alert_submitted' })
    await office.deliver()
    expect(office.told()).toEqual(addresses(crowd.people.slice(6, 8).map(({ id }) => id)))
    const at = office.now().toISOString()
    const until = new Date(office.now().getTime() + 3_600_000).toISOString()
    const out: Alert = { ...alert, version: 2, state: 'active', activeAt: at, until }
    await change(office, alert, { after: out, type: 'alert_activated' })
    await office.deliver()
    expect(office.told()).toEqual(addresses(crowd.people.map(({ id }) => id)))
  })

  it('tells nobody where everybody whom it is for is hidden, and says so beforehand', async () => {
    await using office = await aPostOffice()
    const circleId = aCircleId()
    const crowd = await aCrowd(office, {
      organisations: [{ circles: [circleId] }, { circles: [circleId], standing: 'frozen' }],
      people: [...people(1), ...people(3, { organisation: 1 })],
    })
    await putCircle(office.database, office.now(), aCircle({ id: circleId, members: crowd.organisations }))
    const alert: Alert = { ...alertOf(crowd, { audience: 'circle', circleId }), raiserId: crowd.people[0]?.id ?? null }
    await change(office, null, { after: alert, type: 'alert_activated' })
    await office.deliver()
    expect(office.sent).toEqual([])
    const reach = reachOf(alert, { readers: await readersOf(office.database, alert), askable: [] })
    expect(reach).toMatchObject({ isEmpty: true, whole: { people: 0 }, told: { atOnce: 0, byDigest: 0, inApp: 0 } })
  })
})
