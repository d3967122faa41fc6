import { NeedId } from '@kunak/contracts'
import { aPersonOf, aPledgeId, anOrganisation } from '@kunak/testing'
import { describe, expect, it } from 'vitest'
import { aCallForHelp, bodyOf, eventsOf, offered } from './a-call-for-help.ts'

const needs = (quantity: number) => ({
  content: { needs: [{ id: NeedId.parse('01KB0000000000000000000NEE'), kind: 'lawyer_now' as const, quantity, unit: '' }] },
})

describe('a need from offer to delivery', () => {
  it('keeps what is unmet visible at every step, and tells the other side', async () => {
    await using call = await aCallForHelp(needs(5))
    const id = await offered(call, { quantity: 2 })
    const move = async (...[who, to]: [typeof call.lead, Parameters<typeof call.move>[2]]) => {
      call.clock.moveTo(new Date(call.clock().getTime() + 60_000).toISOString())
      expect((await call.move(who, id, to)).status).toBe(200)
    }
    const unmet = async () =>
      (await call.seen(call.stranger)).needs.map(({ offered, promised, delivered, unmet }) => [
        offered,
        promised,
        delivered,
        unmet,
      ])
    expect(await unmet()).toEqual([[2, 0, 0, 3]])
    await move(call.lead, 'accepted')
    expect(await unmet()).toEqual([[0, 2, 0, 3]])
    await move(call.helper, 'in_progress')
    await move(call.lead, 'delivered')
    expect(await unmet()).toEqual([[0, 0, 2, 3]])
    const told = (await eventsOf(call)).filter(({ type }) => String(type).startsWith('pledge_'))
    expect(told.map(({ type, data }) => [type, data])).toEqual([
      ['pledge_offered', { pledgeId: id, by: 'pledger' }],
      ['pledge_accepted', { pledgeId: id, by: 'lead' }],
      ['pledge_started', { pledgeId: id, by: 'pledger' }],
      ['pledge_delivered', { pledgeId: id, by: 'lead' }],
    ])
  })

  it('promises exactly five of five to fifty who offer at once', async () => {
    await using call = await aCallForHelp(needs(5))
    const fifty = Array.from({ length: 50 }, () => aPersonOf(call.helping.id, 'member'))
    // Each is signed in before, so that they really meet.
    await Promise.all(fifty.map((who) => call.seen(who)))
    const answers = await Promise.all(
      fifty.map((who) => call.house.ask(who, 'POST', `${call.path}/pledges`, call.offer({ id: aPledgeId() }))),
    )
    const counts = new Map<number, number>()
    for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1)
    process.stdout.write(`Fifty offers at once: ${[...counts].map(([status, count]) => `${count} × ${status}`).join(', ')}.\n`)
    expect(counts.get(201)).toBe(5)
    expect([...counts.keys()].every((status) => [201, 409, 422].includes(status))).toBe(true)
    const { needs: standing, pledges } = await call.seen(call.lead)
    expect(standing).toMatchObject([{ offered: 5, unmet: 0 }])
    expect(pledges).toHaveLength(5)
  })

  it('refuses more than is unmet on its field, with what is left', async () => {
    await using call = await aCallForHelp(needs(5))
    await offered(call, { quantity: 3 })
    const refused = await call.house.ask(call.helper, 'POST', `${call.path}/pledges`, call.offer({ quantity: 3 }))
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({
      errors: [{ field: '/quantity', message: expect.stringMatching(/2\.$/) as string }],
    })
  })

  it('wants the notice to have been read', async () => {
    await using call = await aCallForHelp(needs(5))
    const { hasReadNotice: _, ...unread } = call.offer().json
    const refused = await call.house.ask(call.helper, 'POST', `${call.path}/pledges`, { json: unread })
    expect(await refused.json()).toMatchObject({ status: 422, errors: [{ field: '/hasReadNotice' }] })
  })

  it('counts a double click once', async () => {
    await using call = await aCallForHelp(needs(5))
    const once = call.offer({ id: aPledgeId() })
    const clicks = await Promise.all([1, 2, 3].map(() => call.house.ask(call.helper, 'POST', `${call.path}/pledges`, once)))
    expect(clicks.map(({ status }) => status)).toEqual([201, 201, 201])
    expect((await call.seen(call.lead)).pledges).toHaveLength(1)
    const others = await call.house.ask(call.stranger, 'POST', `${call.path}/pledges`, {
      json: { ...once.json, organisationId: call.other.id },
    })
    expect(await others.json()).toMatchObject({ errors: [{ field: '/id' }] })
  })

  it('is not for those whom the alert concerns, nor for an organisation that is not vetted', async () => {
    await using call = await aCallForHelp(needs(5))
    const own = await call.house.ask(call.lead, 'POST', `${call.path}/pledges`, call.offer({ organisationId: call.raising.id }))
    expect(await own.json()).toMatchObject({ code: 'needs_another_party' })
    const applicant = anOrganisation({ standing: 'applicant' })
    await call.house.put(applicant)
    const both = {
      ...aPersonOf(call.helping.id),
      memberships: [call.helping.id, applicant.id].map((organisationId) => ({ organisationId, role: 'member' as const })),
    }
    const early = await call.house.ask(both, 'POST', `${call.path}/pledges`, call.offer({ organisationId: applicant.id }))
    expect(await early.json()).toMatchObject({ code: 'only_vetted' })
  })
})

describe('what lapses', () => {
  it('opens the remainder again: an offer after 48 hours, a promise after its day', async () => {
    await using call = await aCallForHelp(needs(5))
    const unanswered = await offered(call, { quantity: 1, day: '2026-12-20' })
    const promised = await offered(call, { quantity: 2, day: '2026-11-25' })
    await call.move(call.lead, promised, 'accepted')
    call.clock.moveTo('2026-11-24T09:00:00Z')
    // Though nobody has come to write it down, it is over.
    expect((await call.pledge(call.helper, unanswered)).state).toBe('lapsed')
    expect((await call.move(call.lead, unanswered, 'accepted')).status).toBe(409)
    await call.tick()
    expect((await call.seen(call.stranger)).needs).toMatchObject([{ offered: 0, promised: 2, unmet: 3 }])
    call.clock.moveTo('2026-11-26T12:00:00Z')
    await call.tick()
    await call.tick()
    const stored = await call.pledge(call.helper, promised)
    expect(stored.steps.map(({ state }) => state)).toEqual(['offered', 'accepted', 'lapsed'])
    const lapses = (await eventsOf(call)).filter(({ type }) => type === 'pledge_lapsed')
    expect(lapses.map(({ data }) => data)).toEqual([
      { pledgeId: unanswered, why: 'unanswered' },
      { pledgeId: promised, why: 'not_kept' },
    ])
  })
})

describe('what is needed', () => {
  it('is lowered to what is taken and no further, and never at the cost of who offers at that moment', async () => {
    await using call = await aCallForHelp(needs(5))
    await offered(call, { quantity: 3 })
    const askFor = (quantity: number) =>
      call.house.ask(call.lead, 'PUT', `${call.path}/needs/${call.need.id}`, { json: { quantity } })
    expect(await (await askFor(2)).json()).toMatchObject({
      errors: [{ field: '/quantity', message: expect.stringContaining('3') as string }],
    })
    const [lowered, taken] = await Promise.all([
      askFor(3),
      call.house.ask(call.helper, 'POST', `${call.path}/pledges`, call.offer({ quantity: 2 })),
    ])
    expect([lowered.status, taken.status].sort()).toEqual(lowered.status === 200 ? [200, 422] : [201, 422])
    const [need] = (await call.seen(call.lead)).needs
    expect(need && need.offered + need.unmet).toBe(need?.quantity)
  })

  it('grows by what is added, once for each id', async () => {
    await using call = await aCallForHelp(needs(5))
    const json = { id: '01KB0000000000000000000TWA', kind: 'transport', quantity: 1, unit: 'машина' }
    for (const _ of [1, 2]) expect((await call.house.ask(call.lead, 'POST', `${call.path}/needs`, { json })).status).toBe(200)
    expect((await call.seen(call.helper)).needs.map(({ kind }) => kind)).toEqual(['lawyer_now', 'transport'])
  })
})

describe('who sees a pledge', () => {
  it('are those who lead the alert, coordinators who read it, and its own organisation; others see numbers', async () => {
    await using call = await aCallForHelp(needs(5))
    const id = await offered(call)
    const colleague = aPersonOf(call.helping.id, 'member')
    for (const who of [call.lead, call.coordinator, call.helper, colleague]) expect((await call.pledge(who, id)).id).toBe(id)
    expect((await call.house.ask(call.stranger, 'GET', `${call.path}/pledges/${id}`)).status).toBe(404)
    expect((await call.seen(call.stranger)).pledges).toEqual([])
    expect((await call.seen(call.coordinator)).pledges).toMatchObject([{ id, organisation: { id: call.helping.id } }])
    expect((await call.move(call.stranger, id, 'withdrawn')).status).toBe(404)
    expect((await call.move(call.coordinator, id, 'accepted')).status).toBe(403)
  })

  it('do not see the name or the words of an organisation that is frozen since', async () => {
    await using call = await aCallForHelp(needs(5))
    const { id } = await bodyOf<{ id: string }>(
      await call.house.ask(call.helper, 'POST', `${call.path}/pledges`, {
        json: { ...call.offer().json, note: 'Мы рядом с вами' },
      }),
    )
    await call.house.ask(call.helper, 'POST', `${call.path}/pledges/${id}/messages`, { json: { text: 'Это мы' } })
    await call.house.ask(call.helper, 'PUT', `${call.path}/pledges/${id}/contact`, { json: { contact: 'signal:my' } })
    await call.house.ask(call.lead, 'PUT', `${call.path}/pledges/${id}/contact`, { json: { contact: 'signal:oni' } })
    expect((await call.pledge(call.lead, id)).contacts?.theirs).toBe('signal:my')
    const steward = aPersonOf(call.helping.id)
    expect(
      (await call.house.ask(steward, 'POST', `/api/v1/organisations/${call.helping.id}/freeze`, { stepUp: true })).status,
    ).toBe(200)
    const seen = await call.pledge(call.lead, id)
    expect(seen).toMatchObject({ organisation: null, note: '', messages: [], contacts: { theirs: null, haveTheySaid: false } })
    expect((await call.seen(call.lead)).needs).toMatchObject([{ offered: 1, unmet: 4 }])
  })

  it('read on her page how it ended, and nothing new is promised from then on', async () => {
    await using call = await aCallForHelp(needs(5))
    const [open, kept] = [await offered(call), await offered(call)]
    await call.move(call.lead, kept, 'accepted')
    await call.house.ask(call.lead, 'POST', `${call.path}/outcome`, { json: { outcome: 'released' } })
    expect((await call.pledge(call.helper, open)).alert.closed).toMatchObject({ outcome: 'released' })
    expect(await (await call.move(call.lead, open, 'accepted')).json()).toMatchObject({ code: 'alert_closed' })
    expect((await call.move(call.helper, kept, 'in_progress')).status).toBe(200)
    const late = await call.house.ask(call.helper, 'POST', `${call.path}/pledges`, call.offer())
    expect(await late.json()).toMatchObject({ code: 'alert_closed' })
  })
})
