import { AlertId, NeedId, type PersonId, UpdateId } from '@kunak/contracts'
import { Alert, type AlertContent, lifeHours, unverifiedHours } from '@kunak/contracts/alerts'
import type { Database } from '@kunak/data'
import { loadAlerts, saveAlert } from '@kunak/data/alerts'
import type { Secrets } from '@kunak/data/identity'
import { newAlert, proposeLevels } from '@kunak/domain/alerts'
import { demoCircleId } from './circles.ts'
import { demoId } from './demo-organisation.ts'
import { type InventedAlert, inventedAlerts } from './invented-alerts.ts'
import { numbered } from './numbered.ts'
import { demoPeople } from './people.ts'

const hourMs = 3_600_000

/**
 * Brings in the invented alerts that are not there, as if they had been raised some time ago, and tells nobody of them: the mailbox of a
 * new demo network is empty. Once there, they live and end as all do.
 */
export async function loadDemoAlerts(
  { database, secrets }: { readonly database: Database; readonly secrets: Secrets },
  now: Date,
): Promise<void> {
  const all = demoAlerts(now)
  const there = new Set(
    (
      await loadAlerts(
        { database, secrets },
        all.map(({ id }) => id),
      )
    ).map(({ id }) => id),
  )
  for (const step of all.filter(({ id }) => !there.has(id)).flatMap(stepsTo))
    await saveAlert({ database, secrets }, now, { ...step, event: { type: 'alert_drafted', actor: 'system', data: {} } })
}

/** What is over was out before, so that the statistics count it as they count all. */
function stepsTo(alert: Alert): { readonly before: Alert | null; readonly after: Alert }[] {
  if (alert.closed === null) return [{ before: null, after: alert }]
  const out: Alert = { ...alert, version: alert.version - 1, state: 'active', closed: null }
  return [
    { before: null, after: out },
    { before: out, after: alert },
  ]
}

/** The invented alerts as they stand when they are loaded. */
export const demoAlerts = (now: Date): Alert[] => inventedAlerts.map((invented, index) => demoAlert(invented, { index, now }))

/** The id of an invented alert by its place among them. */
export const demoAlertId = (index: number) => AlertId.parse(numbered('01JDEM0A1ERTS', index + 1))

function demoAlert(invented: InventedAlert, { index, now }: { readonly index: number; readonly now: Date }): Alert {
  const { state = 'active', outHoursAgo, verifiedBy, closed, updates = [], extended } = invented
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * hourMs).toISOString()
  const [outAt, by] = [hoursAgo(outHoursAgo), demoId(invented.by)]
  const begun = newAlert({
    id: demoAlertId(index),
    content: contentOf(invented, { index, hoursAgo }),
    isExercise: invented.isExercise ?? false,
    now: new Date(outAt),
    raisedBy: by,
    raiserId: someoneOf(invented.by),
  })
  const extendedAt = hoursAgo(outHoursAgo / 2)
  return Alert.parse({
    ...begun,
    version: closed ? begun.version + 1 : begun.version,
    state,
    submittedAt: outAt,
    ...(state !== 'submitted' && {
      activeAt: outAt,
      until: hoursAgo((extended === undefined ? outHoursAgo : outHoursAgo / 2) - lifeHours),
      unverifiedUntil: invented.isUnverified ? hoursAgo(outHoursAgo - unverifiedHours) : null,
      verified: verifiedBy === undefined ? null : { by: demoId(verifiedBy), personId: someoneOf(verifiedBy), at: outAt },
    }),
    extensions: extended === undefined ? [] : [{ at: extendedAt, by, reason: extended }],
    updates: updates.map(([hours, text, publicText = {}], place) => ({
      id: UpdateId.parse(numbered(`01JDEM0PDATE${index}`, place + 1)),
      at: hoursAgo(hours),
      by,
      text,
      publicText,
    })),
    closed: closed ? { at: hoursAgo(closed[0]), outcome: closed[1], note: closed[2] } : null,
  })
}

function contentOf(
  invented: InventedAlert,
  { index, hoursAgo }: { readonly index: number; readonly hoursAgo: (hours: number) => string },
): AlertContent {
  const { about = invented.by, circle, courtInHours, needs = [], headline = {}, summary = {} } = invented
  const { who = '', known, notKnown = '', cautions = '', authorities = '', courtPlace = '' } = invented
  const isPublic = Object.keys(headline).length > 0
  return {
    concerns: about === null ? null : demoId(about),
    pressures: invented.pressures,
    republic: invented.republic,
    happenedAt: hoursAgo(invented.happenedHoursAgo),
    consent: invented.consent ?? 'obtained',
    audience: invented.audience ?? 'network',
    circleId: circle === undefined ? null : demoCircleId(circle),
    ...proposeLevels(invented.pressures),
    language: 'ru',
    restricted: { who, known, notKnown, cautions, authorities, courtPlace },
    isPublic,
    headline,
    summary,
    courtAt: courtInHours === undefined ? null : hoursAgo(-courtInHours),
    isCourtPublic: courtInHours !== undefined && isPublic,
    needs: needs.map(([kind, quantity, unit = ''], place) => ({
      id: NeedId.parse(numbered(`01JDEM0NEEDS${index}`, place + 1)),
      kind,
      quantity,
      unit,
    })),
    ladder: invented.ladder ?? [],
  }
}

/** Who of an organisation wrote it, or confirmed it: one of the invented people where it has one. */
export function someoneOf(organisation: number): PersonId | null {
  const id = demoId(organisation)
  return demoPeople.find(({ memberships }) => memberships.some(({ organisationId }) => organisationId === id))?.id ?? null
}
