import type { Alert } from '@kunak/contracts/alerts'
import {
  aCircleId,
  aCoordinator,
  aMember,
  anAlert,
  anAlertId,
  alertContent,
  anonymous,
  anOrganisation,
  aSteward,
  storyTime,
} from '@kunak/testing'
import { newUlid, AlertId } from '@kunak/contracts'
import { describe, expect, it } from 'vitest'
import { draftAgain, draftAlert } from './draft-alert.ts'
import { forgetPerson } from './forget-person.ts'
import { submitAlert } from './submit-alert.ts'
import { verifyAlert } from './verify-alert.ts'

const now = new Date(storyTime)
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString()
const circle = aCircleId()
const organisation = anOrganisation({ circles: [circle] })
const writer = aSteward(organisation.id, { circles: [circle] })
const draft = (said: Parameters<typeof alertContent>[0] = {}): Alert =>
  anAlert({ raisedBy: organisation.id, raiserId: writer.personId, content: said })
const said = { organisation, knowsConcerned: true, atOnce: false, now }
const refusedAs = (code: string) => ({ ok: false, refusal: { code } })
const spoken = { isPublic: true, headline: { ru: 'Обыск' }, summary: { ru: 'Идёт обыск.' } }

describe('sending an alert out', () => {
  it.each(['organisation', 'coordinators'] as const)('within a circle or narrower happens at once (%s)', (audience) => {
    const decided = submitAlert(writer, draft({ audience }), said)
    expect(decided).toMatchObject({
      ok: true,
      value: { after: { state: 'active', activeAt: at(0), until: at(72), unverifiedUntil: null } },
    })
  })

  it.each([{ audience: 'network' }, { audience: 'circle', circleId: circle, ...spoken }] as const)(
    'further waits for a second organisation, or goes out for six hours (%j)',
    (content) => {
      const waiting = submitAlert(writer, draft(content), said)
      expect(waiting).toMatchObject({
        value: { after: { state: 'submitted', activeAt: null }, event: { type: 'alert_submitted' } },
      })
      const out = { state: 'active', activeAt: at(0), unverifiedUntil: at(6), verified: null }
      expect(submitAlert(writer, draft(content), { ...said, atOnce: true })).toMatchObject({ value: { after: out } })
      // She may decide so while it waits, too.
      if (!waiting.ok) throw new Error(waiting.refusal.code)
      expect(submitAlert(writer, waiting.value.after, { ...said, atOnce: true })).toMatchObject({ value: { after: out } })
    },
  )

  it('twice is sending once', () => {
    for (const atOnce of [false, true]) {
      const once = submitAlert(writer, draft(), { ...said, atOnce })
      if (!once.ok) throw new Error(once.refusal.code)
      expect(submitAlert(writer, once.value.after, { ...said, atOnce })).toEqual({
        ok: true,
        value: { after: once.value.after, event: null },
      })
    }
  })

  it('is its writer’s, of an organisation that is vetted', () => {
    expect(submitAlert(aMember(organisation.id), draft(), said)).toEqual(refusedAs('not_found'))
    const waiting = { ...draft(), state: 'submitted' as const, submittedAt: at(0) }
    expect(submitAlert(aMember(organisation.id), waiting, said)).toEqual(refusedAs('not_yours'))
    const suspended = { ...organisation, standing: 'suspended' as const }
    expect(submitAlert(writer, draft(), { ...said, organisation: suspended })).toEqual(refusedAs('only_vetted'))
  })

  it('names neither an organisation that she may not know of nor a circle of others', () => {
    const content = { audience: 'circle', circleId: aCircleId(), concerns: anOrganisation().id } as const
    expect(submitAlert(writer, draft(content), { ...said, knowsConcerned: false })).toMatchObject({
      refusal: { fields: [{ field: '/concerns' }, { field: '/circleId' }] },
    })
  })
})

describe('the word of a second organisation', () => {
  const second = anOrganisation()
  const waiting = { ...draft(), state: 'submitted' as const, submittedAt: at(0) }
  const out: Alert = { ...draft(), state: 'active', submittedAt: at(0), activeAt: at(0), until: at(72), unverifiedUntil: at(6) }
  const looker = aCoordinator({ memberships: aMember(second.id).memberships })

  it('lets out what waited for it', () => {
    expect(verifyAlert(looker, waiting, { organisation: second, now })).toMatchObject({
      value: {
        after: { state: 'active', activeAt: at(0), until: at(72), verified: { by: second.id }, unverifiedUntil: null },
        event: { type: 'alert_activated' },
      },
    })
  })

  it('lets stay what was out without it', () => {
    expect(verifyAlert(aMember(second.id), out, { organisation: second, now })).toMatchObject({
      value: { after: { until: at(72), verified: { by: second.id }, unverifiedUntil: null }, event: { type: 'alert_verified' } },
    })
  })

  it('is not its writer’s, nor anybody’s of the organisations that it concerns, nor of one that is not vetted', () => {
    const both = [...writer.memberships, ...aMember(second.id).memberships]
    expect(verifyAlert({ ...writer, memberships: both }, out, { organisation: second, now })).toEqual(
      refusedAs('needs_another_party'),
    )
    expect(verifyAlert({ ...looker, memberships: both }, out, { organisation: second, now })).toEqual(
      refusedAs('needs_another_party'),
    )
    const moved = { ...writer, memberships: aMember(second.id).memberships }
    expect(verifyAlert(moved, out, { organisation: second, now })).toEqual(refusedAs('needs_another_party'))
    const about = { ...out, content: { ...out.content, concerns: second.id } }
    expect(verifyAlert(aMember(second.id), about, { organisation: second, now })).toEqual(refusedAs('needs_another_party'))
    const lapsed = { ...second, standing: 'lapsed' as const }
    expect(verifyAlert(looker, out, { organisation: lapsed, now })).toEqual(refusedAs('needs_another_party'))
    expect(verifyAlert(aMember(), out, { organisation: second, now })).toEqual(refusedAs('not_yours'))
    expect(verifyAlert(anonymous, out, { organisation: second, now })).toEqual(refusedAs('not_found'))
  })

  it('is given once, and not to what has ended', () => {
    const once = verifyAlert(looker, out, { organisation: second, now })
    if (!once.ok) throw new Error(once.refusal.code)
    expect(verifyAlert(looker, once.value.after, { organisation: second, now })).toMatchObject({ value: { event: null } })
    const third = anOrganisation()
    expect(verifyAlert(aMember(third.id), once.value.after, { organisation: third, now })).toEqual(refusedAs('not_now'))
    const ended: Alert = { ...out, state: 'expired', closed: { at: at(6), outcome: null, note: '' } }
    expect(verifyAlert(looker, ended, { organisation: second, now })).toEqual(refusedAs('alert_closed'))
  })
})

describe('beginning an alert', () => {
  const begin = { id: anAlertId(), content: alertContent(), isExercise: false, now }

  it('is for people of vetted organisations, under an id whose moment has come', () => {
    expect(draftAlert(writer, organisation, begin)).toMatchObject({
      value: { after: { state: 'draft', raiserId: writer.personId } },
    })
    expect(draftAlert(aMember(), organisation, begin)).toEqual(refusedAs('not_yours'))
    expect(draftAlert(writer, { ...organisation, standing: 'applicant' }, begin)).toEqual(refusedAs('only_vetted'))
    const tomorrow = AlertId.parse(newUlid(now.getTime() + 25 * 3_600_000))
    expect(draftAlert(writer, organisation, { ...begin, id: tomorrow })).toMatchObject({
      refusal: { fields: [{ field: '/id' }] },
    })
  })

  it('again under the same id is the same draft, with what she says now', () => {
    const before = { ...draft(), content: begin.content }
    const again = { content: begin.content, isExercise: false, raisedBy: organisation.id, now }
    expect(draftAgain(writer, before, again)).toEqual({ ok: true, value: { after: before, event: null } })
    expect(draftAgain(writer, before, { ...again, isExercise: true })).toMatchObject({
      value: { after: { version: 2, isExercise: true } },
    })
    expect(draftAgain(aMember(organisation.id), before, again)).toMatchObject({ refusal: { fields: [{ field: '/id' }] } })
    const sent: Alert = { ...before, state: 'active' }
    expect(draftAgain(writer, sent, { ...again, isExercise: true })).toMatchObject({ value: { after: sent, event: null } })
  })
})

it('somebody who erases her account leaves no trace in what she wrote or confirmed, and no draft', () => {
  const personId = writer.personId ?? undefined
  if (!personId) throw new Error('The writer has no account.')
  expect(forgetPerson(draft(), personId)).toBeNull()
  const confirmed = anAlert({ state: 'active', verified: { by: organisation.id, personId, at: at(0) } })
  const sent = { ...draft(), state: 'active' as const }
  for (const alert of [confirmed, sent]) expect(JSON.stringify(forgetPerson(alert, personId))).not.toContain(personId)
  expect(forgetPerson(confirmed, personId)).toMatchObject({ version: 2, raiserId: confirmed.raiserId })
})
