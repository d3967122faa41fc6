import { AlertId, NeedId, newUlid } from '@kunak/contracts'
import { Alert, type AlertContent } from '@kunak/contracts/alerts'
import type { Dependencies } from '@kunak/api'
import { saveAlert } from '@kunak/data/alerts'
import { newAlert } from '@kunak/domain/alerts'
import { anOrganisationId, aPersonId, storyTime } from './ids.ts'

/** An id that nothing else has. */
export const anAlertId = (): AlertId => AlertId.parse(newUlid(Date.parse(storyTime)))
export const aNeedId = (): NeedId => NeedId.parse(newUlid(Date.parse(storyTime)))

/** What an alert says: a search of an office in Dagestan, for the network, ready to go out unless a test says otherwise. */
export function alertContent(said: Partial<AlertContent> = {}): AlertContent {
  return {
    concerns: null,
    pressures: ['raid'],
    republic: 'RU-DA',
    happenedAt: new Date(Date.parse(storyTime) - 3_600_000).toISOString(),
    consent: 'obtained',
    audience: 'network',
    circleId: null,
    urgency: 'Immediate',
    severity: 'Severe',
    certainty: 'Observed',
    language: 'ru',
    restricted: {
      who: 'Двое сотрудников',
      known: 'С девяти утра в офисе идёт обыск, адвоката не пускают.',
      notKnown: 'Куда увезут технику.',
      cautions: 'Не звоните в офис.',
      authorities: '',
      courtPlace: '',
    },
    isPublic: false,
    headline: {},
    summary: {},
    courtAt: null,
    isCourtPublic: false,
    needs: [{ id: aNeedId(), kind: 'lawyer_now', quantity: 2, unit: '' }],
    ladder: [],
    ...said,
  }
}

/** A draft, or, with `state: 'active'`, an alert that is out; what a test says replaces what stands here. */
export function anAlert({
  content,
  ...said
}: Partial<Omit<Alert, 'content'>> & { readonly content?: Partial<AlertContent> } = {}): Alert {
  const now = new Date(storyTime)
  const draft = newAlert({
    id: anAlertId(),
    content: alertContent(content),
    isExercise: false,
    now,
    raisedBy: anOrganisationId(),
    raiserId: aPersonId(),
  })
  const isOut = said.state !== undefined && said.state !== 'draft' && said.state !== 'submitted'
  const out = {
    submittedAt: now.toISOString(),
    activeAt: now.toISOString(),
    until: new Date(now.getTime() + 72 * 3_600_000).toISOString(),
  }
  return Alert.parse({ ...draft, ...(isOut && out), ...said })
}

/** Puts an alert into the store as it is, past every rule. */
export async function putAlert(
  { database, secrets }: Pick<Dependencies, 'database' | 'secrets'>,
  now: Date,
  alert: Alert,
): Promise<Alert> {
  const event = { type: 'alert_drafted', actor: null, data: {} }
  const saved = await saveAlert({ database, secrets }, now, { before: null, after: alert, event })
  if (!saved.ok) throw new Error('An alert of the test is already there.')
  return alert
}
