import type { Letter } from '@kunak/contracts/identity'
import { sendDigests } from '@kunak/data/alerts'
import { alertLetterEvents, defaultSubscription, rulesOfChoice } from '@kunak/domain/alerts'
import { aPersonId, putAlert } from '@kunak/testing'
import { expect, it } from 'vitest'
import { aPostOffice } from '../letters/a-post-office.ts'
import { travelled, withoutWhatMayDiffer } from '../letters/as-it-travels.ts'
import { aCrowd, alertOf, change, people } from './a-crowd.ts'

const { personId: _, ...usual } = defaultSubscription(aPersonId())
const everything = { ...usual, rules: rulesOfChoice('everything', ['mail']), digestHour: 13, isChosen: true }
const canary = 'жбвгдзклмн'

it('the letters of alerts, of digests and of accounts are the same bytes, but for whom and when, and hold no word of it', async () => {
  await using office = await aPostOffice()
  const crowd = await aCrowd(office, {
    organisations: [{}, {}],
    people: [...people(2), ...people(4, { organisation: 1, subscription: everything })],
  })
  const restricted = { who: canary, known: canary, notKnown: canary, cautions: canary, authorities: canary, courtPlace: canary }
  const said = { restricted, headline: { ru: canary }, summary: { ru: canary } }
  const kinds = new Map<string, Letter[]>()
  const collect = async (kind: string) => {
    await office.deliver()
    kinds.set(kind, office.sent.splice(0))
  }

  const urgent = alertOf(crowd, { ...said, urgency: 'Immediate' })
  await change(office, null, { after: urgent, type: 'alert_activated' })
  await collect('alert_activated')
  let before = urgent
  for (const type of Object.keys(alertLetterEvents).filter((one) => one !== 'alert_activated')) {
    const after = { ...before, version: before.version + 1 }
    await change(office, before, { after, type })
    before = after
    await collect(type)
  }
  await putAlert(office, office.now(), alertOf(crowd, { ...said, urgency: 'Expected' }))
  office.now.moveTo('2026-11-22T10:01:00.000Z')
  await sendDigests(office, office.now())
  await collect('digest')
  const [first] = crowd.people
  await office.happen({ type: 'passkey_added', subject: `PERSON#${first?.id}`, actor: null, data: {} })
  await collect('passkey_added')

  expect(kinds.get('alert_activated')).toHaveLength(6)
  expect(kinds.get('digest')).toHaveLength(4)
  expect(kinds.get('passkey_added')).toHaveLength(1)
  expect(kinds.get('alert_updated')).toHaveLength(6)
  const bytes = new Set<string>()
  for (const letter of [...kinds.values()].flat()) {
    const { raw, stopToken } = await travelled(letter, office.now())
    bytes.add(withoutWhatMayDiffer(raw, stopToken))
    expect(Buffer.from(raw, 'latin1').toString('utf8')).not.toContain(canary)
    for (const id of [urgent.id, ...crowd.organisations.map((one) => one.id)]) expect(raw).not.toContain(id)
  }
  expect(bytes.size).toBe(1)
})
