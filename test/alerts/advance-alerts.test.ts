import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Alert } from '@kunak/contracts/alerts'
import { inPartition, queryAll } from '@kunak/data'
import { advanceAlerts, alertSubject, forgetPersonInAlerts, loadAlert, loadDue } from '@kunak/data/alerts'
import { secretsOf } from '@kunak/data/identity'
import { anAlert, anOrganisationId, aPersonId, freshDatabase, putAlert, storyTime, type TestDatabase } from '@kunak/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dump } from '../security/dump.ts'

const secrets = secretsOf('a secret of the tests')
const start = Date.parse(storyTime)
const after = (hours: number) => new Date(start + hours * 3_600_000)
const at = (hours: number) => after(hours).toISOString()
let database: TestDatabase
beforeEach(async () => void (database = await freshDatabase()))
afterEach(() => database[Symbol.asyncDispose]())

const put = (said: Parameters<typeof anAlert>[0]) => putAlert({ database, secrets }, after(0), anAlert(said))
const tick = (hours: number) => advanceAlerts({ database, secrets }, after(hours))
const stored = ({ id }: Alert) => loadAlert({ database, secrets }, id)
const typesOf = async ({ id }: Alert) =>
  (await queryAll(database, 'events', inPartition(alertSubject(id)))).map(({ type }) => String(type)).slice(1)
/** Breaks the seal of a stored alert. */
const damage = ({ id }: Alert) =>
  database.client.send(
    new UpdateCommand({
      TableName: database.tables.alerts,
      Key: { pk: alertSubject(id), sk: 'STATE' },
      UpdateExpression: 'SET sealed = :damaged',
      ExpressionAttributeValues: { ':damaged': 'nonsense' },
    }),
  )
const answer = ({ id }: Alert, said: string) =>
  database.client.send(
    new PutCommand({
      TableName: database.tables.alerts,
      Item: { pk: alertSubject(id), sk: `ACK#${aPersonId()}`, answer: said },
    }),
  )

describe('every minute, to alerts', () => {
  it('is done what is due, each thing once however many do it at once', async () => {
    const alert = await put({ state: 'active' })
    await Promise.all([tick(60), tick(60), tick(60)])
    expect(await typesOf(alert)).toEqual(['alert_reminded'])
    await Promise.all([tick(73), tick(73)])
    await tick(74)
    expect(await typesOf(alert)).toEqual(['alert_reminded', 'alert_expired'])
    expect(await stored(alert)).toMatchObject({ state: 'expired', closed: { at: at(72) } })
  })

  it('asks for help further on only where too few have said that they can', async () => {
    const ladder = [{ afterMinutes: 30, atLeast: 2, to: 'coordinators' as const }]
    const content = { audience: 'organisation' as const, ladder }
    const [few, enough] = [await put({ state: 'active', content }), await put({ state: 'active', content })]
    for (const said of ['can_help', 'seen', 'cannot']) await answer(few, said)
    for (const said of ['can_help', 'can_help']) await answer(enough, said)
    await tick(0.5)
    expect((await stored(few))?.widenedTo).toEqual([{ to: 'coordinators', at: at(0.5) }])
    expect((await stored(enough))?.widenedTo).toEqual([])
  })

  it('sets aside what cannot be read, does all the rest, says so, and looks again after an hour', async () => {
    const alerts = await Promise.all(Array.from({ length: 12 }, (_, hour) => put({ state: 'active', until: at(hour + 1) })))
    for (const alert of alerts.slice(0, 8)) await damage(alert)
    await expect(tick(20)).rejects.toThrow('cannot be read')
    for (const alert of alerts.slice(8)) expect(await typesOf(alert)).toEqual(['alert_expired'])
    await expect(tick(20.5)).resolves.toBeUndefined()
    expect(await loadDue(database, after(20.5))).toEqual([])
    await expect(tick(21)).rejects.toThrow('cannot be read')
  })

  it('forgets, a year after the end, what was restricted and everything that people answered', async () => {
    const closed = { at: at(1), outcome: null, note: 'Отпустили' }
    const alert = await put({ state: 'resolved', closed })
    await answer(alert, 'can_help')
    await tick(366 * 24)
    expect(await typesOf(alert)).toEqual(['alert_forgotten'])
    expect((await stored(alert))?.raiserId).toBeNull()
    expect(await dump(database)).not.toMatch(/ACK#|PERSON#/)
    expect(await loadDue(database, after(1_000_000))).toEqual([])
  })

  it('throws away drafts that nobody touched for thirty days, with their places in lists', async () => {
    const draft = await put({})
    await tick(719)
    expect(await stored(draft)).not.toBeNull()
    await tick(720)
    expect(await stored(draft)).toBeNull()
    expect(await queryAll(database, 'alerts', inPartition(`LIST#PERSON#${draft.raiserId}`))).toEqual([])
  })

  it('catches up with whatever it missed', async () => {
    const alert = await put({ state: 'active', unverifiedUntil: at(6) })
    await tick(2 * 366 * 24)
    // Both happen in the same moment, within which events stand in no order.
    expect((await typesOf(alert)).sort()).toEqual(['alert_expired', 'alert_forgotten'])
    expect(await stored(alert)).toMatchObject({ state: 'expired', closed: { at: at(6) } })
  })
})

it('an account that is erased is named by no alert, and its drafts are gone', async () => {
  const personId = aPersonId()
  const verified = { by: anOrganisationId(), personId, at: at(0) }
  const closed = { at: at(1), outcome: null, note: '' }
  const [draft, sent, ended, confirmed, anothers] = [
    await put({ raiserId: personId }),
    await put({ raiserId: personId, state: 'active' }),
    await put({ raiserId: personId, state: 'cancelled', closed }),
    await put({ verified, state: 'active' }),
    await put({ state: 'active' }),
  ]
  expect(await forgetPersonInAlerts({ database, secrets }, after(0), personId)).toMatchObject({ ok: true })
  expect(await stored(draft)).toBeNull()
  for (const alert of [sent, ended]) expect(await stored(alert)).toEqual({ ...alert, version: 2, raiserId: null })
  expect(await stored(confirmed)).toMatchObject({ raiserId: confirmed.raiserId, verified: { ...verified, personId: null } })
  expect(await stored(anothers)).toEqual(anothers)
  expect(await dump(database)).not.toContain(personId)
})
