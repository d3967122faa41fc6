import type { PersonId } from '@kunak/contracts'
import { loadAlert, saveAnswer } from '@kunak/data/alerts'
import { aPledge, putPledge } from '@kunak/testing'
import { describe, expect, it } from 'vitest'
import { aPostOffice, type PostOffice } from '../letters/a-post-office.ts'
import { aCrowd, addresses, alertOf, change } from './a-crowd.ts'

/** An alert that has reached four people of two organisations, one of whom has pledged; its writer knows. */
async function aStory(office: PostOffice) {
  const crowd = await aCrowd(office, {
    organisations: [{}, {}],
    people: [{ organisation: 0 }, { organisation: 0 }, { organisation: 1 }, { organisation: 1 }, { organisation: 1 }],
  })
  const [writer, colleague, pledger, helper, silent] = crowd.people.map(({ id }) => id) as [
    PersonId,
    PersonId,
    PersonId,
    PersonId,
    PersonId,
  ]
  const helping = crowd.organisations[1]?.id
  if (!helping) throw new Error('The crowd of the test has two organisations.')
  const alert = { ...alertOf(crowd), raiserId: writer }
  await change(office, null, { after: alert, type: 'alert_activated' })
  const pledge = await putPledge(office, office.now(), aPledge(alert, { organisationId: helping, pledgerId: pledger }))
  await office.deliver()
  office.sent.length = 0
  /** Who gets a letter when this happens. */
  const toldOf = async (type: string, data: Readonly<Record<string, string>> = {}) => {
    await office.happen({ type, subject: `ALERT#${alert.id}`, actor: 'system', data })
    await office.deliver()
    const told = office.told()
    office.sent.length = 0
    return told
  }
  const answer = (personId: PersonId) =>
    saveAnswer(office, office.now(), {
      alertId: alert.id,
      after: { version: 1, personId, organisationId: helping, answer: 'seen', at: office.now().toISOString() },
      actor: null,
    })
  return { alert, pledge, writer, colleague, pledger, helper, silent, toldOf, answer }
}

describe('letters about help', () => {
  it('tell the other side of a pledge, and both where time did it', async () => {
    await using office = await aPostOffice()
    const { pledge, writer, pledger, toldOf } = await aStory(office)
    const pledgeId = pledge.id
    expect(await toldOf('pledge_offered', { pledgeId, by: 'pledger' })).toEqual(addresses([writer]))
    expect(await toldOf('pledge_accepted', { pledgeId, by: 'lead' })).toEqual(addresses([pledger]))
    expect(await toldOf('pledge_message', { pledgeId, by: 'pledger' })).toEqual(addresses([writer]))
    expect(await toldOf('pledge_lapsed', { pledgeId, why: 'not_kept' })).toEqual(addresses([writer, pledger]))
  })

  it('ask once more only those who were reached and have said nothing', async () => {
    await using office = await aPostOffice()
    const { colleague, pledger, helper, silent, toldOf, answer } = await aStory(office)
    await answer(helper)
    expect(await toldOf('alert_asked_again')).toEqual(addresses([colleague, pledger, silent]))
  })

  it('remind her who asked for it', async () => {
    await using office = await aPostOffice()
    const { silent, toldOf } = await aStory(office)
    expect(await toldOf('alert_reminder_due', { personId: silent })).toEqual(addresses([silent]))
  })

  it('tell everybody who pledged how it ended, each once', async () => {
    await using office = await aPostOffice()
    const { alert, colleague, pledger, helper, silent } = await aStory(office)
    const before = await loadAlert(office, alert.id)
    const closed = { at: office.now().toISOString(), outcome: 'released' as const, note: '' }
    await change(office, before, {
      after: { ...alert, version: alert.version + 1, state: 'resolved', closed },
      type: 'alert_resolved',
    })
    await office.deliver()
    expect(office.told()).toEqual(addresses([colleague, pledger, helper, silent]))
  })
})
