import type { Actor, AlertId } from '@kunak/contracts'
import {
  type Alert,
  type AlertContent,
  type CheckIn,
  type CheckInAudience,
  type CheckInPlan,
  emptyRestricted,
} from '@kunak/contracts/alerts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { type AlertChange } from '../alert-change.ts'
import { newAlert } from '../draft-alert.ts'
import { activated } from '../submit-alert.ts'
import { checkInWords } from './check-in-words.ts'

const answersWithinMinutes = 30

interface Raising {
  readonly alertId: AlertId
  readonly now: Date
}

/**
 * Who gets the alert as things stand when it goes out. What can no longer reach whom it was meant for goes to coordinators, and so it is
 * never silent: the organisation is frozen, gone or no longer hers, or no longer of the circle. A frozen organisation's circle does hear.
 */
export function audienceNow(
  { audience, circleId, organisationId }: CheckInPlan,
  organisation: Pick<Organisation, 'standing' | 'circles'> | null,
  { memberships }: Pick<Viewer, 'memberships'>,
): CheckInAudience {
  if (audience === 'coordinators' || organisation === null) return 'coordinators'
  const isHers = memberships.some((one) => one.organisationId === organisationId)
  const { standing, circles } = organisation
  if (!isHers) return 'coordinators'
  if (audience === 'organisation') return standing === 'frozen' || standing === 'left' ? 'coordinators' : 'organisation'
  const isIn = circleId !== null && circles.includes(circleId) && (standing === 'vetted' || standing === 'frozen')
  return isIn ? 'circle' : 'coordinators'
}

/** The alert written beforehand, as it goes out: she wrote it, so that she may call it off. */
export function alertOfCheckIn(
  { plan, ownerId, dueAt }: CheckIn,
  { alertId, now, audience }: Raising & { readonly audience: CheckInAudience },
): AlertChange {
  const words = wordsOf(plan)
  const isMoved = audience !== plan.audience
  const content: AlertContent = {
    ...contentOf(plan, dueAt ?? now.toISOString()),
    audience,
    circleId: audience === 'circle' ? plan.circleId : null,
    ladder:
      plan.widens && audience !== 'coordinators' ? [{ afterMinutes: answersWithinMinutes, atLeast: 1, to: 'coordinators' }] : [],
    restricted: restrictedOf(plan, {
      known: [`${words.missed} ${clockOf(plan, dueAt ?? now.toISOString())}`, ...(isMoved ? [words.strict] : []), words.written],
      cautions: [],
    }),
  }
  return goesOut(plan, { alertId, now, content, raiserId: ownerId })
}

/**
 * What coordinators are told when the code for duress was given. Nobody of the organisation reads it, the one who gave it least of all,
 * and nothing that she can see is about it: no name stands as its writer, and its event says nothing of whose it is.
 */
export function silentAlertOf(
  { plan }: CheckIn,
  { alertId, now, keptFrom }: Raising & { readonly keptFrom: Actor },
): AlertChange {
  const words = wordsOf(plan)
  const content: AlertContent = {
    ...contentOf(plan, now.toISOString()),
    severity: 'Extreme',
    certainty: 'Likely',
    audience: 'coordinators',
    restricted: restrictedOf(plan, {
      known: [`${words.duress} ${clockOf(plan, now.toISOString())}`, words.written],
      cautions: [words.quiet],
    }),
  }
  const { after, event } = goesOut(plan, { alertId, now, content, raiserId: null })
  return { after: { ...after, keptFrom }, event: { ...event, data: {} } }
}

function goesOut(
  { organisationId, drill }: CheckInPlan,
  { alertId, now, content, raiserId }: Raising & { readonly content: AlertContent; readonly raiserId: Alert['raiserId'] },
): AlertChange {
  const draft = newAlert({ id: alertId, content, isExercise: drill !== 'none', now, raisedBy: organisationId, raiserId })
  const { after, event } = activated(draft, { now, submittedAt: now.toISOString(), unverifiedUntil: null })
  return { after: { ...after, version: 1 }, event }
}

function contentOf({ pressures, republic, organisationId, language }: CheckInPlan, happenedAt: string): AlertContent {
  return {
    concerns: organisationId,
    pressures,
    republic,
    happenedAt,
    consent: 'obtained',
    audience: 'coordinators',
    circleId: null,
    urgency: 'Immediate',
    severity: 'Severe',
    certainty: 'Possible',
    language,
    restricted: emptyRestricted,
    isPublic: false,
    headline: {},
    summary: {},
    courtAt: null,
    isCourtPublic: false,
    needs: [],
    ladder: [],
  }
}

function restrictedOf(
  { who, known, cautions }: CheckInPlan,
  before: { readonly known: readonly string[]; readonly cautions: readonly string[] },
): AlertContent['restricted'] {
  const said = (own: readonly string[], text: string) => [...own, ...(text === '' ? [] : [text])].join('\n\n')
  return { ...emptyRestricted, who, known: said(before.known, known), cautions: said(before.cautions, cautions) }
}

const wordsOf = ({ language }: CheckInPlan) => checkInWords[language === 'en' ? 'en' : 'ru']

/** A moment as a clock in her time zone shows it. */
function clockOf({ schedule, language }: CheckInPlan, moment: string): string {
  const locale = language === 'en' ? 'en-GB' : 'ru-RU'
  const { timeZone } = schedule
  return (
    new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'long', timeStyle: 'short' }).format(new Date(moment)) +
    ` (${timeZone})`
  )
}
