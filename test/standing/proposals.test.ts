import { newUlid, ProposalId } from '@kunak/contracts'
import { commit } from '@kunak/data'
import { loadProposal, proposalWrite } from '@kunak/data/directory'
import { freezeCodeOf } from '@kunak/domain/directory'
import { loadPerson, readEntriesAbout } from '@kunak/data/identity'
import { aPerson, aPersonOf, mailOf, type Someone } from '@kunak/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aSmallNetwork, type Answer, type Place, type SmallNetwork } from './a-network.ts'

let network: SmallNetwork
beforeEach(async () => void (network = await aSmallNetwork()))
afterEach(() => network[Symbol.asyncDispose]())

const coordinatorOf = (...places: readonly Place[]): Someone => ({
  ...aPerson({ isCoordinator: true }),
  memberships: places.map(({ id }) => ({ organisationId: id, role: 'member' as const })),
})
const propose = (who: Someone, json: unknown) => network.ask(who, 'POST', '/proposals', json)
const confirm = (who: Someone, { body }: Answer) => network.ask(who, 'POST', `/proposals/${body.id}/confirmation`)
const suspension = ({ id }: Place) => ({ act: 'suspend', organisationId: id })

describe('what two people decide', () => {
  it('is done by two coordinators of two organisations, and then no longer waits', async () => {
    const [one, other] = network.coordinators
    const subject = await network.add()
    const proposed = await propose(one, { ...suspension(subject), reason: 'Её письма приходят с чужого адреса.' })
    const list = async (who: Someone) => (await network.ask(who, 'GET', '/proposals')).body['proposals']
    expect(await list(one)).toMatchObject([{ act: 'suspend', organisation: { id: subject.id }, isMine: true, mayConfirm: false }])
    expect(await list(other)).toMatchObject([{ isMine: false, mayConfirm: true, proposedFor: [expect.anything()] }])
    expect(await confirm(other, proposed)).toMatchObject({ status: 200, body: { state: 'done' } })
    expect((await network.stored(subject)).standing).toBe('suspended')
    expect(await list(one)).toEqual([])
    expect((await confirm(other, proposed)).body.code).toBe('proposal_closed')
  })

  it('waits in sight however many others were decided since', async () => {
    const { house, clock, coordinators } = network
    const [one] = coordinators
    const waiting = await propose(one, suspension(await network.add()))
    const stored = await loadProposal(house.database, String(waiting.body.id))
    const decided = Array.from({ length: 200 }, (_, index) => {
      const id = ProposalId.parse(newUlid(clock().getTime() + 1 + index))
      return proposalWrite(house.database, null, { ...stored!, id, state: 'withdrawn' })
    })
    for (const writes of [decided.slice(0, 100), decided.slice(100)])
      expect(await commit(house.database, clock(), { writes, events: [] })).toMatchObject({ ok: true })
    expect((await network.ask(one, 'GET', '/proposals')).body['proposals']).toMatchObject([{ id: waiting.body.id }])
  })

  it('is never done by whoever proposed it, by her colleague, or by one of the subject’s people', async () => {
    const [one] = network.coordinators
    const [founding] = network.founding
    const subject = await network.add()
    const proposed = await propose(one, suspension(subject))
    for (const who of [one, coordinatorOf(founding), coordinatorOf(subject), coordinatorOf(network.founding[1], founding)])
      expect(await confirm(who, proposed)).toMatchObject({ status: 403, body: { code: 'needs_another_party' } })
    expect((await network.stored(subject)).standing).toBe('vetted')
  })

  it('is not for coordinators who speak for no vetted organisation, nor about their own', async () => {
    const subject = await network.add()
    const unvetted = await network.add({ standing: 'applicant' })
    for (const who of [aPerson({ isCoordinator: true }), coordinatorOf(unvetted), coordinatorOf(subject)])
      expect((await propose(who, suspension(subject))).body.code).toBe('needs_another_party')
    expect((await propose(aPersonOf(network.founding[0].id), suspension(subject))).body.code).toBe('not_yours')
  })

  it('counts who has become colleagues since', async () => {
    const [one, other] = network.coordinators
    const subject = await network.add()
    const proposed = await propose(one, suspension(subject))
    const nowColleague = { ...one, memberships: other.memberships }
    await network.ask(nowColleague, 'GET', '/me')
    expect((await confirm(other, proposed)).body.code).toBe('needs_another_party')
    // Nor does leaving the organisation for which she proposed it make two parties of one.
    const elsewhere = await network.add()
    await network.ask({ ...one, memberships: [{ organisationId: elsewhere.id, role: 'member' }] }, 'GET', '/me')
    expect((await confirm(coordinatorOf(network.founding[0]), proposed)).body.code).toBe('needs_another_party')
  })

  it('ends with the coordinator’s own office', async () => {
    const [one, other] = network.coordinators
    const subject = await network.add()
    const proposed = await propose(one, suspension(subject))
    await network.ask({ ...one, isCoordinator: false }, 'GET', '/me')
    expect((await confirm(other, proposed)).body.code).toBe('needs_another_party')
  })

  it('waits fourteen days', async () => {
    const [one, other] = network.coordinators
    const subject = await network.add()
    const proposed = await propose(one, suspension(subject))
    network.clock.advanceDays(14)
    expect((await network.ask(other, 'GET', '/proposals')).body['proposals']).toEqual([])
    expect((await confirm(other, proposed)).body.code).toBe('proposal_closed')
  })

  it('is taken back by whoever proposed it, and by nobody else', async () => {
    const [one, other] = network.coordinators
    const subject = await network.add()
    const { body } = await propose(one, suspension(subject))
    expect((await propose(other, suspension(subject))).body.code).toBe('already_proposed')
    expect((await network.ask(other, 'DELETE', `/proposals/${body.id}`)).status).toBe(403)
    expect(await network.ask(one, 'DELETE', `/proposals/${body.id}`)).toMatchObject({ status: 200, body: { state: 'withdrawn' } })
    expect((await confirm(other, { status: 201, body })).body.code).toBe('proposal_closed')
    expect((await propose(other, suspension(subject))).status).toBe(201)
  })

  it('asks each of the two for a proof that it is she', async () => {
    const [one, other] = network.coordinators
    const subject = await network.add()
    const path = '/api/v1/proposals'
    const bare = await network.house.ask(one, 'POST', path, { json: suspension(subject) })
    expect(((await bare.json()) as Answer['body']).code).toBe('step_up_needed')
    const { body } = await propose(one, suspension(subject))
    const unproven = await network.house.ask(other, 'POST', `${path}/${body.id}/confirmation`)
    expect(((await unproven.json()) as Answer['body']).code).toBe('step_up_needed')
    expect((await network.stored(subject)).standing).toBe('vetted')
  })

  it('freezes and unfreezes, by a code that only its people know', async () => {
    const [one, other] = network.coordinators
    const subject = await network.add({ vettedAt: '2026-01-10T09:00:00.000Z' })
    expect((await network.decide('freeze', subject)).status).toBe(200)
    const { frozen } = await network.stored(subject)
    expect(frozen?.before).toBe('vetted')
    expect((await propose(one, { act: 'unfreeze', freezeCode: '0000-0000' })).body.errors).toMatchObject([
      { field: '/freezeCode' },
    ])
    const freezeCode = freezeCodeOf(subject.id)
    const { body: desk } = await network.ask(one, 'GET', '/desk')
    expect(JSON.stringify(desk)).not.toContain(freezeCode)
    const proposed = await propose(one, { act: 'unfreeze', freezeCode: freezeCode.toLowerCase() })
    const { body } = await network.ask(other, 'GET', '/proposals')
    expect(body['proposals']).toMatchObject([{ act: 'unfreeze', freezeCode, mayConfirm: true }])
    expect(JSON.stringify([body, desk])).not.toContain(subject.id)
    expect((await confirm(other, proposed)).status).toBe(200)
    expect((await network.stored(subject)).standing).toBe('vetted')
  })

  it('makes and unmakes coordinators, and says only to the second person whether anybody has the address', async () => {
    const [one, other] = network.coordinators
    const place = await network.add()
    const [somebody] = place.stewards
    const unknown = await propose(one, { act: 'grant_coordinator', mail: 'nobody@post.example' })
    expect(unknown.status).toBe(201)
    expect((await confirm(other, unknown)).body.code).toBe('no_such_account')
    const granted = await propose(one, { act: 'grant_coordinator', mail: mailOf(somebody) })
    expect(await confirm(other, granted)).toMatchObject({ status: 200 })
    expect(await loadPerson(network.house.database, somebody.personId)).toMatchObject({ isCoordinator: true })
    const self = await propose(one, { act: 'revoke_coordinator', mail: mailOf(one) })
    expect(self.body.code).toBe('needs_another_party')
    const aboutOther = await propose(one, { act: 'revoke_coordinator', mail: mailOf(other) })
    expect((await confirm(other, aboutOther)).body.code).toBe('needs_another_party')
    const revoked = await propose(one, { act: 'revoke_coordinator', mail: mailOf(somebody) })
    expect((await confirm(other, revoked)).status).toBe(200)
    expect(await loadPerson(network.house.database, somebody.personId)).toMatchObject({ isCoordinator: false })
  })

  it('keeps two founding organisations', async () => {
    const third = await network.add({ vettedAt: '2026-01-10T09:00:00.000Z' })
    expect((await network.decide('add_founding', third)).status).toBe(200)
    expect((await network.decide('remove_founding', third)).status).toBe(200)
    expect(await network.stored(third)).toMatchObject({ isFounding: false, standing: 'applicant' })
    const [one, other] = [coordinatorOf(await network.add()), coordinatorOf(await network.add())]
    const proposed = await propose(one, { act: 'remove_founding', organisationId: network.founding[0].id })
    expect(proposed.body.code).toBe('too_few_founding')
    expect((await propose(other, { act: 'add_founding', organisationId: network.founding[0].id })).body.code).toBe('not_now')
  })
})

describe('under fifty confirmations at once', () => {
  it('one is the second person, and the effect happens once', async () => {
    const [one] = network.coordinators
    const subject = await network.add()
    const proposed = await propose(one, suspension(subject))
    const houses = await Promise.all(Array.from({ length: 5 }, () => network.add()))
    // Five right ones on three devices each, the proposer on as many, her colleagues, and people of the subject.
    const right = houses.map((house) => coordinatorOf(house))
    const colleagues = Array.from({ length: 5 }, () => coordinatorOf(network.founding[0]))
    const concerned = Array.from({ length: 5 }, () => coordinatorOf(subject))
    for (const who of [...right, ...colleagues, ...concerned]) await network.ask(who, 'GET', '/me')
    const everybody = [
      ...right,
      ...right,
      ...right,
      ...colleagues,
      ...colleagues,
      ...concerned,
      ...concerned,
      ...Array<Someone>(15).fill(one),
    ]
    expect(everybody).toHaveLength(50)
    const answers = await Promise.all(everybody.map((who) => confirm(who, proposed)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.slice(15).filter(({ status }) => status === 200)).toHaveLength(0)
    expect(await network.stored(subject)).toMatchObject({ standing: 'suspended', version: 2 })
    const told = await readEntriesAbout(network.house.database, `ORGANISATION#${subject.id}`, 50)
    expect(told.filter(({ type }) => type === 'organisation_suspended')).toHaveLength(1)
  })
})
