import { newUlid, UpdateId } from '@kunak/contracts'
import { type Alert, type AlertContent, type LadderStep, unverifiedHours } from '@kunak/contracts/alerts'
import type { Viewer } from '@kunak/contracts/identity'
import {
  aCircleId,
  aCoordinator,
  alertContent,
  aMember,
  anAlertId,
  anonymous,
  anOrganisation,
  aSteward,
  storyTime,
} from '@kunak/testing'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { advanceAlert, alertAsOf } from './advance-alert.ts'
import type { AlertDecision } from './alert-change.ts'
import { draftAlert, editDraft } from './draft-alert.ts'
import { cancelAlert, extendAlert, resolveAlert, updateAlert } from './lead-alert.ts'
import { submitAlert } from './submit-alert.ts'
import { verifyAlert } from './verify-alert.ts'
import { viewAlert } from './view-alert.ts'

const circle = aCircleId()
const theirs = anOrganisation({ circles: [circle] })
const second = anOrganisation()
const names = new Map([theirs, second].map((one) => [one.id, one]))

/** Everybody of the one organisation: its writer, a colleague, one who also works elsewhere, and one who coordinates. */
const both: Viewer['memberships'] = [theirs.id, second.id].map((organisationId) => ({ organisationId, role: 'steward' }))
const inCircle = { circles: [circle] }
const people: readonly Viewer[] = [
  aMember(theirs.id, inCircle),
  aSteward(theirs.id, inCircle),
  aSteward(theirs.id, { ...inCircle, memberships: both }),
  aCoordinator({ ...inCircle, memberships: both }),
]
const outsiders = [aMember(), anonymous]

const publicText = { ru: 'Идёт обыск.' }
const contents: fc.Arbitrary<AlertContent> = fc
  .record({
    audience: fc.constantFrom('network', 'network', 'circle', 'organisation', 'coordinators'),
    isPublic: fc.boolean(),
    consent: fc.constantFrom('obtained', 'obtained', 'not_reachable', 'refused'),
    circleId: fc.constantFrom(null, circle),
    concerns: fc.constantFrom(null, theirs.id, second.id),
    ladder: fc.constantFrom<LadderStep[]>(
      [],
      [{ afterMinutes: 30, atLeast: 50, to: 'network' }],
      [
        { afterMinutes: 10, atLeast: 50, to: 'coordinators' },
        { afterMinutes: 20, atLeast: 50, to: 'network' },
      ],
    ),
  })
  .map((said) => alertContent({ ...said, headline: publicText, summary: publicText }))

type Act = (by: Viewer, before: Alert, now: Date) => AlertDecision
const acts: fc.Arbitrary<Act> = fc.oneof(
  contents.map(
    (content): Act =>
      (by, before, now) =>
        editDraft(by, before, { content, isExercise: false, now }),
  ),
  {
    weight: 3,
    arbitrary: fc.boolean().map(
      (atOnce): Act =>
        (by, before, now) =>
          submitAlert(by, before, { organisation: theirs, knowsConcerned: true, atOnce, now }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(theirs, second, anOrganisation()).map(
      (organisation): Act =>
        (by, before, now) =>
          verifyAlert(by, before, { organisation, now }),
    ),
  },
  fc.constant<Act>((by, before, now) =>
    updateAlert({ viewer: by, now }, before, { id: UpdateId.parse(newUlid(0)), text: 'Ещё', publicText }),
  ),
  fc.constant<Act>((by, before, now) => extendAlert({ viewer: by, now }, before, { reason: `${now.getTime()}` })),
  fc.constant<Act>((by, before, now) => resolveAlert({ viewer: by, now }, before, { outcome: 'released', note: 'Всё' })),
  fc.constant<Act>((by, before, now) => cancelAlert({ viewer: by, now }, before, { note: 'Ошибка' })),
)
const steps = fc.record({
  by: fc.constantFrom(...people),
  act: acts,
  minutes: fc.oneof(fc.constantFrom(0, 0, 5, 40), fc.integer({ min: -200, max: 2000 })),
  /** Whether the clock's worker comes by. */
  ticks: fc.boolean(),
})

const hasWords = (view: NonNullable<ReturnType<typeof viewAlert>>) =>
  Object.keys(view.headline).length > 0 ||
  view.publicUpdates.length > 0 ||
  (view.part === 'whole' && ((view.restricted?.known ?? '') !== '' || view.updates.some(({ text }) => text !== '')))

it('the people of one organisation bring words beyond a circle only unverified, and for six hours', () => {
  let wasOut = 0
  fc.assert(
    fc.property(contents, fc.array(steps, { minLength: 3, maxLength: 14 }), (content, story) => {
      const [writer = anonymous] = people
      let now = new Date(storyTime)
      const begun = draftAlert(writer, theirs, { id: anAlertId(), content, isExercise: false, now })
      if (!begun.ok) throw new Error(begun.refusal.code)
      let alert = begun.value.after
      for (const { by, act, minutes, ticks } of story) {
        now = new Date(now.getTime() + minutes * 60_000)
        for (let due = ticks && advanceAlert(alert, { now, canHelp: 0 }); due; due = advanceAlert(alert, { now, canHelp: 0 }))
          alert = due.after
        const decided = act(by, alertAsOf(alert, now), now)
        if (decided.ok && decided.value.event) alert = decided.value.after
        expect(alert.verified).toBeNull()
        for (const outsider of outsiders) {
          const view = viewAlert(outsider, alert, { organisations: names, now })
          if (!view || !hasWords(view)) continue
          wasOut += 1
          const { activeAt, until } = view
          expect(view).toMatchObject({ isVerified: false })
          expect(activeAt && now.getTime() - Date.parse(activeAt)).toBeLessThan(unverifiedHours * 3_600_000)
          if (view.part === 'whole') expect(view.unverifiedUntil).not.toBeNull()
          expect(until).not.toBeNull()
        }
      }
    }),
    { numRuns: 2000 },
  )
  expect(wasOut).toBeGreaterThan(300)
})
