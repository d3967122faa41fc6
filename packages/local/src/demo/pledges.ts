import { PledgeId } from '@kunak/contracts'
import type { Alert, AnswerCode, Pledge, PledgeState } from '@kunak/contracts/alerts'
import { type AlertStore, loadAlert, loadAnswer, loadPledge, loadTally, saveAnswer, savePledge } from '@kunak/data/alerts'
import { loadPerson } from '@kunak/data/identity'
import { movedTally } from '@kunak/domain/alerts'
import { demoAlertId, someoneOf } from './alerts.ts'
import { demoId } from './demo-organisation.ts'
import { numbered } from './numbered.ts'

/** Which alert, by its place; which of its needs, by its place; how many, by which organisation, and how far that has come. */
const inventedPledges: readonly (readonly [alert: number, need: number, quantity: number, by: number, PledgeState])[] = [
  [8, 0, 1, 24, 'delivered'],
  [8, 1, 2, 9, 'accepted'],
  [8, 2, 1, 36, 'offered'],
  [6, 1, 1, 22, 'in_progress'],
]
const inventedAnswers: readonly (readonly [alert: number, by: number, AnswerCode])[] = [
  [8, 9, 'can_help'],
  [8, 24, 'can_help'],
  [8, 33, 'seen'],
  [6, 22, 'can_help'],
]

/**
 * Brings in the invented answers and pledges that are not there, and tells nobody of them. Once there, they lapse as all do; what went
 * with an account that was erased does not come back.
 */
export async function loadDemoPledges(store: AlertStore, now: Date): Promise<void> {
  for (const [place, invented] of inventedPledges.entries()) await pledge(store, now, { id: demoPledgeId(place), invented })
  for (const invented of inventedAnswers) await answer(store, now, invented)
}

/** The id of an invented pledge by its place among them. */
export const demoPledgeId = (place: number) => PledgeId.parse(numbered('01JDEM0P1EDGE', place + 1))

async function pledge(
  store: AlertStore,
  now: Date,
  {
    id,
    invented: [alertAt, needAt, quantity, by, state],
  }: { readonly id: PledgeId; readonly invented: (typeof inventedPledges)[number] },
): Promise<void> {
  const alert = await loadAlert(store, demoAlertId(alertAt))
  const need = alert?.content.needs[needAt]
  if (!alert || !need || alert.state !== 'active' || (await loadPledge(store, alert.id, id))) return
  const tally = movedTally(await loadTally(store, alert.id, need.id), { from: null, to: state, quantity })
  const after = { id, needId: need.id, organisationId: demoId(by), pledgerId: someoneOf(by), quantity, state }
  await savePledge(store, now, { change: { pledge: newPledge(alert, now, after), tally, event: null }, actor: 'system' })
}

const way: readonly PledgeState[] = ['offered', 'accepted', 'in_progress', 'delivered']

function newPledge(
  { id: alertId }: Alert,
  now: Date,
  said: Pick<Pledge, 'id' | 'needId' | 'organisationId' | 'pledgerId' | 'quantity' | 'state'>,
): Pledge {
  const day = new Date(now.getTime() + 5 * 86_400_000).toISOString().slice(0, 10)
  const steps = way.slice(0, way.indexOf(said.state) + 1).map((state) => ({ state, at: now.toISOString() }))
  return { ...said, version: 1, alertId, day, note: '', steps, contacts: { pledger: null, lead: null } }
}

async function answer(store: AlertStore, now: Date, [alertAt, by, said]: (typeof inventedAnswers)[number]): Promise<void> {
  const personId = someoneOf(by)
  const alertId = demoAlertId(alertAt)
  if (personId === null || !(await loadPerson(store.database, personId)) || !(await loadAlert(store, alertId))) return
  if (await loadAnswer(store, alertId, personId)) return
  const after = { version: 1, personId, organisationId: demoId(by), answer: said, at: now.toISOString() }
  await saveAnswer(store, now, { alertId, after, actor: 'system' })
}
