import { AlertId } from '@kunak/contracts'
import { type Alert, DraftAlert } from '@kunak/contracts/alerts'
import { loadAlert, saveAlert } from '@kunak/data/alerts'
import { alertAsOf, draftAgain, draftAlert as decide } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import type { Front, FrontContext } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { ownOrganisation } from '../front-door/own-organisation.ts'
import { body, onlyJson } from '../front-door/parse.ts'
import { untilSaved } from '../front-door/until-saved.ts'
import { alertStore, answerChanged } from './change-alert.ts'
import { partyOf } from './party-of.ts'

/**
 * Somebody begins an alert for an organisation of hers: nobody else reads it until she sends it out. Under an id that her page brought
 * along she begins one alert, however often she sends it.
 */
export const draftAlert = new Hono<Front>().post(
  '/organisations/:id/alerts',
  limitRate('change'),
  onlyJson,
  body(DraftAlert),
  async (c) => {
    const own = await ownOrganisation(c)
    if (!own.ok) return answerRefusal(c, own.refusal)
    const organisation = await partyOf(c, own.value.organisationId)
    if (!organisation) return answerProblem(c, 'not_found')
    const { id = AlertId.parse(c.var.dependencies.newId()), ...said } = c.req.valid('json')
    return await begin(c, organisation, { id, ...said })
  },
)

type Party = NonNullable<Awaited<ReturnType<typeof partyOf>>>

/** Her other click may be on its way at the same moment. */
function begin(c: FrontContext, organisation: Party, said: Pick<Alert, 'id' | 'content' | 'isExercise'>): Promise<Response> {
  const { viewer, dependencies } = c.var
  return untilSaved(c, async () => {
    const now = dependencies.now()
    const stored = await loadAlert(alertStore(c), said.id)
    const before = stored && alertAsOf(stored, now)
    const decided = before
      ? draftAgain(viewer, before, { ...said, raisedBy: organisation.id, now })
      : decide(viewer, organisation, { ...said, now })
    if (!decided.ok) return answerRefusal(c, decided.refusal)
    const { after, event } = decided.value
    if (!event) return answerChanged(c, after, 201)
    const saved = await saveAlert(alertStore(c), now, { before, after, event: { ...event, actor: viewer.actor } })
    return saved.ok ? answerChanged(c, after, 201) : null
  })
}
