import { CircleId, type OrganisationId, type Refusal, type Result } from '@kunak/contracts'
import { type Circle, CircleChanged, type Organisation } from '@kunak/contracts/directory'
import { commit, type Event, type Write } from '@kunak/data'
import { circleWrite, loadCircle, saveOrganisation } from '@kunak/data/directory'
import type { CircleAct } from '@kunak/domain/directory'
import { answerProblem, answerRefusal } from '../../front-door/answer-problem.ts'
import type { FrontContext } from '../../front-door/front.ts'
import { untilSaved } from '../../front-door/until-saved.ts'
import { organisationOf } from '../change-organisation.ts'

/** What an act changes. An organisation that is the same as before is not written. */
export interface CircleDecision {
  readonly circle: Circle | null
  readonly organisation?: { readonly before: Organisation; readonly after: Organisation }
  /** What happened to which organisation. */
  readonly event: { readonly type: string; readonly organisationId: OrganisationId }
  readonly also?: readonly Write[]
}

/**
 * The story of every act of an organisation about a circle: load both, let the domain decide, write the circle and the organisation in
 * one transaction, and decide again where somebody was faster, as where two answer invitations to one circle at the same moment.
 */
export function changeCircle(
  c: FrontContext,
  decide: (act: CircleAct) => Promise<Result<CircleDecision, Refusal>> | Result<CircleDecision, Refusal>,
  status: 200 | 201 = 200,
): Promise<Response> {
  const { viewer, dependencies } = c.var
  const { database } = dependencies
  const circleId = CircleId.safeParse(c.req.param('circle'))
  return untilSaved(c, async () => {
    const now = dependencies.now()
    const organisation = await organisationOf(c)
    if (!organisation) return answerProblem(c, 'not_found')
    const circle = circleId.success ? await loadCircle(database, circleId.data) : null
    const decided = await decide({ viewer, organisation, circle, now })
    if (!decided.ok) return answerRefusal(c, decided.refusal)
    const id = (decided.value.circle ?? circle)?.id
    if (id === undefined) throw new Error('An act about a circle has changed none.')
    const saved = await save(c, { circle, now, decision: decided.value, id })
    return saved.ok ? c.json(CircleChanged.parse({ circleId: id }), status) : null
  })
}

function save(
  c: FrontContext,
  change: { readonly circle: Circle | null; readonly now: Date; readonly decision: CircleDecision; readonly id: CircleId },
): Promise<Result<undefined, { readonly code: 'changed_meanwhile' }>> {
  const { database } = c.var.dependencies
  const { circle, now, decision, id } = change
  const { organisation, event } = decision
  const writes = [circleWrite(database, circle, decision.circle), ...(decision.also ?? [])]
  const happened: Omit<Event, 'subject'> = { type: event.type, actor: c.var.viewer.actor, data: { circleId: id } }
  if (organisation && organisation.before !== organisation.after)
    return saveOrganisation(database, now, { ...organisation, event: happened, also: writes })
  return commit(database, now, { writes, events: [{ ...happened, subject: `ORGANISATION#${event.organisationId}` }] })
}
