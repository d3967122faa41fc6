import { reviewStandingsDue } from '@kunak/data/directory'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anOrganisationId } from '@kunak/testing'
import { aSmallNetwork, how, type Place, type SmallNetwork } from './a-network.ts'

let network: SmallNetwork
beforeEach(async () => void (network = await aSmallNetwork()))
afterEach(() => network[Symbol.asyncDispose]())

const vouches = async ({ id, stewards }: Place) => (await network.ask(stewards[0], 'GET', `/organisations/${id}/vouches`)).body

describe('an organisation joins', () => {
  it('is vouched for by two founding ones, looked at by a coordinator, confirmed by another, and may vouch after 60 days', async () => {
    const { founding, clock } = network
    const newcomer = await network.add({ standing: 'applicant', profile: { worksIn: [{ republic: 'RU-IN', district: '' }] } })
    expect(await vouches(newcomer)).toMatchObject({
      received: [],
      isSupported: false,
      lacks: ['chain', 'second_republic', 'coordinator'],
    })
    expect(await network.decide('vet', newcomer)).toMatchObject({ status: 409, body: { code: 'not_supported' } })
    expect((await network.vouch(founding[0], newcomer)).status).toBe(201)
    expect((await vouches(newcomer))['lacks']).toEqual(['second_chain', 'second_republic', 'coordinator'])
    expect((await network.vouch(founding[1], newcomer)).status).toBe(201)
    expect(await vouches(newcomer)).toMatchObject({
      isSupported: true,
      lacks: ['coordinator'],
      received: [{ how, isLive: true }, { how }],
    })
    expect(await network.decide('vet', newcomer)).toMatchObject({ status: 200, body: { state: 'done' } })
    expect(await network.stored(newcomer)).toMatchObject({
      standing: 'vetted',
      vettedAt: clock().toISOString(),
      standsOnVouches: true,
    })

    const next = await network.add({ standing: 'applicant' })
    expect((await network.vouch(newcomer, next)).body.code).toBe('may_not_vouch_yet')
    clock.advanceDays(60)
    expect((await network.vouch(newcomer, next)).status).toBe(201)
  })

  it('is not vetted with one steward, however well it is carried', async () => {
    const newcomer = await network.add({ standing: 'applicant' }, { stewards: 1 })
    for (const one of network.founding) await network.vouch(one, newcomer)
    expect(await vouches(newcomer)).toMatchObject({ isSupported: true, lacks: ['two_stewards', 'coordinator'] })
    expect((await network.decide('vet', newcomer)).body.code).toBe('needs_two_stewards')
  })
})

describe('a steward vouching', () => {
  it('is refused for her own organisation, for nobody, twice for one, and a fourth time in three months', async () => {
    const [one] = network.founding
    const targets = [await network.add(), await network.add(), await network.add(), await network.add()]
    expect((await network.vouch(one, one)).body.errors).toMatchObject([{ field: '/to', code: 'not_oneself' }])
    const nobody = { id: anOrganisationId(), stewards: one.stewards }
    expect((await network.vouch(one, nobody)).body.errors).toMatchObject([{ field: '/to', code: 'no_such_organisation' }])
    for (const target of targets.slice(0, 3)) expect((await network.vouch(one, target)).status).toBe(201)
    expect((await network.vouch(one, targets[0] ?? one)).body.code).toBe('already_vouched')
    expect((await network.vouch(one, targets[3] ?? one)).body.code).toBe('vouches_used_up')
    expect(await vouches(one)).toMatchObject({ left: 0 })
    network.clock.moveTo('2027-02-22T08:59:59Z')
    expect((await network.vouch(one, targets[3] ?? one)).body.code).toBe('vouches_used_up')
    network.clock.moveTo('2027-02-22T09:00:01Z')
    expect((await network.vouch(one, targets[3] ?? one)).status).toBe(201)
  })

  it('does not win a fourth by taking one back, nor by giving two at once', async () => {
    const [one] = network.founding
    const targets = [await network.add(), await network.add(), await network.add(), await network.add(), await network.add()]
    await network.vouch(one, targets[0] ?? one)
    expect((await network.ask(one.stewards[1], 'DELETE', `/organisations/${one.id}/vouches/${targets[0]?.id}`)).status).toBe(200)
    await network.vouch(one, targets[0] ?? one)
    const answers = await Promise.all(targets.slice(1).map((target) => network.vouch(one, target)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect((await vouches(one)).given?.filter(({ isLive }) => isLive)).toHaveLength(2)
  })

  it.each(['frozen', 'suspended', 'left'] as const)('finds no %s organisation to vouch for', async (standing) => {
    const gone = await network.add({ standing })
    expect((await network.vouch(network.founding[0], gone)).body.errors).toMatchObject([{ code: 'no_such_organisation' }])
  })

  it('says how they know each other', async () => {
    const [one] = network.founding
    const to = await network.add()
    const answer = await network.ask(one.stewards[0], 'POST', `/organisations/${one.id}/vouches`, { to: to.id, how: 'да' })
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field: '/how' }] } })
  })

  it('is heard by the two organisations and coordinators, and by nobody else', async () => {
    const [one, other] = network.founding
    const newcomer = await network.add({ standing: 'applicant' })
    await network.vouch(one, newcomer)
    const path = `/organisations/${one.id}/vouches`
    expect((await network.ask(one.stewards[1], 'GET', path)).body.given).toMatchObject([
      { organisationId: newcomer.id, names: null, how },
    ])
    expect((await network.ask(network.coordinators[1], 'GET', path)).body.given).toMatchObject([
      { names: expect.anything(), how },
    ])
    expect((await network.ask(other.stewards[0], 'GET', path)).status).toBe(403)
    expect((await network.ask(null, 'GET', path)).status).toBe(404)
  })
})

describe('support that goes away', () => {
  /** A newcomer vetted a year ago on the two founding ones, and another one vetted on the newcomer and one founding organisation. */
  async function carried() {
    const vetted = { vettedAt: '2026-02-01T09:00:00.000Z', standsOnVouches: true } as const
    const first = await network.add({ ...vetted, profile: { worksIn: [{ republic: 'RU-IN', district: '' }] } })
    const second = await network.add(vetted)
    for (const one of network.founding) await network.vouch(one, first)
    await network.vouch(first, second)
    await network.vouch(network.founding[0], second)
    return { first, second }
  }
  const standing = async (place: Place) => (await network.stored(place)).standing

  it('by a vouch taken back puts everybody downstream under review within the same request', async () => {
    const { first, second } = await carried()
    const [one] = network.founding
    expect((await network.ask(one.stewards[0], 'DELETE', `/organisations/${one.id}/vouches/${first.id}`)).status).toBe(200)
    expect([await standing(first), await standing(second)]).toEqual(['applicant', 'applicant'])
    expect((await network.ask(one.stewards[0], 'DELETE', `/organisations/${one.id}/vouches/${first.id}`)).status).toBe(404)
  })

  it('by an exposed voucher that two coordinators suspend does the same', async () => {
    const { first, second } = await carried()
    expect((await network.decide('suspend', first)).status).toBe(200)
    expect([await standing(first), await standing(second)]).toEqual(['suspended', 'applicant'])
    expect((await network.decide('reinstate', first)).status).toBe(200)
    // Its word counts again after another sixty days.
    expect([await standing(first), await standing(second)]).toEqual(['vetted', 'applicant'])
  })

  it('by a freeze does not go away, and by the freeze of one who then loses support neither comes back', async () => {
    const { first, second } = await carried()
    await network.ask(first.stewards[0], 'POST', `/organisations/${first.id}/freeze`)
    expect([await standing(first), await standing(second)]).toEqual(['frozen', 'vetted'])
    const [one] = network.founding
    await network.ask(one.stewards[0], 'DELETE', `/organisations/${one.id}/vouches/${first.id}`)
    expect(await network.stored(first)).toMatchObject({ standing: 'frozen', frozen: { before: 'applicant' } })
    expect(await standing(second)).toBe('applicant')
  })

  it('by time alone lets them lapse, when the clock comes by', async () => {
    const { first, second } = await carried()
    await reviewStandingsDue(network.house.database, network.clock())
    network.clock.moveTo('2028-11-22T08:59:59Z')
    await reviewStandingsDue(network.house.database, network.clock())
    expect([await standing(first), await standing(second)]).toEqual(['vetted', 'vetted'])
    network.clock.moveTo('2028-11-23T00:00:00Z')
    await reviewStandingsDue(network.house.database, network.clock())
    expect([await standing(first), await standing(second)]).toEqual(['lapsed', 'lapsed'])
  })

  it('leaves what is more than one request can review to the clock', async () => {
    const [one, other] = network.founding
    const { house, clock } = network
    const hub = await network.add({ vettedAt: '2026-02-01T09:00:00.000Z', standsOnVouches: false, isFounding: true })
    // Past the rules of giving: one hub that has carried forty.
    const { saveVouch, loadGivenVouches } = await import('@kunak/data/directory')
    const carriedOnes: Place[] = []
    for (let number = 0; number < 40; number += 1) {
      const place = await network.add({ vettedAt: '2026-10-01T09:00:00.000Z', standsOnVouches: true })
      carriedOnes.push(place)
      for (const voucher of [number % 2 === 0 ? one : other, hub]) {
        const vouch = {
          from: voucher.id,
          to: place.id,
          at: clock().toISOString(),
          until: '2028-11-22T09:00:00.000Z',
          revokedAt: null,
        }
        await saveVouch(house.database, clock(), {
          before: await loadGivenVouches(house.database, voucher.id),
          after: vouch,
          how,
          actor: null,
        })
      }
    }
    expect((await network.decide('suspend', hub)).status).toBe(200)
    const underReview = async () => (await Promise.all(carriedOnes.map(standing))).filter((one) => one === 'applicant').length
    expect(await underReview()).toBe(25)
    await reviewStandingsDue(house.database, clock())
    expect(await underReview()).toBe(40)
  })
})
