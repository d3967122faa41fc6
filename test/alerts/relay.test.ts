import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { newUlid } from '@kunak/contracts'
import { aPersonOf } from '@kunak/testing'
import { describe, expect, it } from 'vitest'
import { aCallForHelp, type CallForHelp, offered } from './a-call-for-help.ts'

const say = ({ house, path }: CallForHelp, who: CallForHelp['helper'], { id, json }: { id: string; json: object }) =>
  house.ask(who, 'POST', `${path}/pledges/${id}/messages`, { json })
const share = (
  { house, path }: CallForHelp,
  who: CallForHelp['helper'],
  { id, contact }: { id: string; contact: string | null },
) => house.ask(who, 'PUT', `${path}/pledges/${id}/contact`, { json: { contact } })

describe('the relay between the two sides of a pledge', () => {
  it('carries what both say, each once, and to nobody else', async () => {
    await using call = await aCallForHelp()
    const id = await offered(call)
    const json = { id: newUlid(call.clock().getTime()), text: 'Когда вас ждать?' }
    for (const _ of [1, 2]) expect((await say(call, call.lead, { id, json })).status).toBe(201)
    expect((await say(call, call.helper, { id, json: { text: 'В полдень.' } })).status).toBe(201)
    const heard = (await call.pledge(call.helper, id)).messages?.map(({ from, text }) => [from, text])
    expect(new Set(heard)).toEqual(
      new Set([
        ['lead', 'Когда вас ждать?'],
        ['pledger', 'В полдень.'],
      ]),
    )
    expect((await call.pledge(call.coordinator, id)).messages).toBeNull()
    expect((await say(call, call.coordinator, { id, json })).status).toBe(403)
    expect((await say(call, call.stranger, { id, json })).status).toBe(404)
  })

  it('shows contacts once both have said theirs, and not after one has taken hers back', async () => {
    await using call = await aCallForHelp()
    const id = await offered(call)
    await share(call, call.helper, { id, contact: 'signal:@my' })
    expect((await call.pledge(call.lead, id)).contacts).toEqual({ ours: null, theirs: null, haveTheySaid: true })
    await share(call, call.lead, { id, contact: 'signal:@oni' })
    expect((await call.pledge(call.lead, id)).contacts).toEqual({ ours: 'signal:@oni', theirs: 'signal:@my', haveTheySaid: true })
    expect((await call.pledge(call.helper, id)).contacts?.theirs).toBe('signal:@oni')
    await share(call, call.helper, { id, contact: null })
    expect((await call.pledge(call.lead, id)).contacts?.theirs).toBeNull()
    expect((await call.pledge(call.coordinator, id)).contacts).toBeNull()
  })

  it('keeps nothing that can be read in the store, and nothing of the story a year after its end', async () => {
    await using call = await aCallForHelp()
    const id = await offered(call)
    await say(call, call.helper, { id, json: { text: 'Мы едем через перевал' } })
    await share(call, call.helper, { id, contact: 'signal:@kanareyka' })
    await call.house.ask(call.helper, 'POST', `${call.path}/answer`, {
      json: { answer: 'can_help', organisationId: call.helping.id },
    })
    await call.house.ask(call.helper, 'PUT', `${call.path}/reminder`, { json: { hours: 24 } })
    const stored = await alertItems(call)
    expect(JSON.stringify(stored)).not.toMatch(/перевал|kanareyka|lawyer_now/)
    expect(JSON.stringify(stored)).not.toContain(call.helping.id)
    const below = stored.filter(({ pk, sk }) => /^(ALERT|PERSON)#/.test(String(pk)) && sk !== 'STATE')
    expect(below.length).toBeGreaterThan(5)
    expect(below.filter(({ expiresAt }) => Number(expiresAt) * 1000 < call.clock().getTime() + 668 * 86_400_000)).toEqual([])
    await call.house.ask(call.lead, 'POST', `${call.path}/outcome`, { json: { outcome: 'released' } })
    call.clock.moveTo('2027-11-22T10:00:00Z')
    expect((await call.house.ask(call.lead, 'GET', `${call.path}/pledges/${id}`)).status).toBe(404)
    await call.tick()
    const left = (await alertItems(call)).filter(({ pk, sk }) => /^(ALERT|PERSON)#/.test(String(pk)) && sk !== 'STATE')
    expect(left).toEqual([])
  })

  it('carries away with her account what she has said herself, and nothing of the other side', async () => {
    await using call = await aCallForHelp()
    const id = await offered(call, { quantity: 2 })
    await say(call, call.helper, { id, json: { text: 'Едем.' } })
    await say(call, call.lead, { id, json: { text: 'Вход со двора.' } })
    await share(call, call.helper, { id, contact: 'signal:@my' })
    await share(call, call.lead, { id, contact: 'signal:@oni' })
    const kept = await call.house.ask(call.helper, 'GET', '/api/v1/account/export', { stepUp: true })
    const text = await kept.text()
    expect(JSON.parse(text)).toMatchObject({
      helped: [{ alertId: call.alert.id, pledges: [{ id, quantity: 2, contact: 'signal:@my' }], messages: [{ text: 'Едем.' }] }],
    })
    expect(text).not.toMatch(/двора|@oni/)
  })

  it('names nobody who has erased her account', async () => {
    await using call = await aCallForHelp()
    const colleague = aPersonOf(call.helping.id)
    await call.seen(colleague)
    const id = await offered(call)
    await say(call, call.helper, { id, json: { text: 'Едем.' } })
    await call.house.ask(call.helper, 'POST', `${call.path}/answer`, {
      json: { answer: 'can_help', organisationId: call.helping.id },
    })
    expect((await call.seen(call.lead)).answers.can_help).toBe(1)
    expect((await call.house.ask(call.helper, 'DELETE', '/api/v1/account', { stepUp: true })).status).toBe(200)
    const { unseal } = call.store.secrets
    const open = (await alertItems(call)).map((item) => ({
      ...item,
      sealed: typeof item['sealed'] === 'string' && unseal(item['sealed']),
    }))
    expect(JSON.stringify(open)).not.toContain(call.helper.personId)
    expect((await call.seen(call.lead)).answers.can_help).toBe(0)
    expect((await call.pledge(colleague, id)).messages).toHaveLength(1)
  })
})

async function alertItems({ house }: CallForHelp): Promise<Record<string, unknown>[]> {
  const { Items = [] } = await house.database.client.send(new ScanCommand({ TableName: house.database.tables.alerts }))
  return Items
}
