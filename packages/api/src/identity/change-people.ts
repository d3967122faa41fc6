import type { OrganisationId } from '@kunak/contracts'
import { type OrganisationPeople, PeopleChanged } from '@kunak/contracts/identity'
import type { Event, Write } from '@kunak/data'
import { changePeople as change, loadOrganisationPeople } from '@kunak/data/identity'
import type { PeopleResult } from '@kunak/domain/identity'
import { answerRefusal } from '../front-door/answer-problem.ts'
import type { FrontContext } from '../front-door/front.ts'
import { refuseWithoutStepUp } from '../front-door/need-step-up.ts'

/**
 * The story of every change of who belongs to an organisation: let the domain decide, save it, answer that it is done. Where it needs a
 * proof, what cannot be done is said before she has to prove who she is.
 */
export async function changePeople(
  c: FrontContext,
  {
    organisationId,
    needsProof = false,
    ...said
  }: {
    readonly organisationId: OrganisationId
    readonly decide: (before: OrganisationPeople, now: Date) => PeopleResult
    readonly event: Pick<Event, 'type' | 'data'>
    readonly needsProof?: boolean
    /** What else is written in the same transaction. */
    readonly also?: () => readonly Write[]
  },
): Promise<Response> {
  const { viewer, dependencies } = c.var
  const { database, now } = dependencies
  const decide = (before: OrganisationPeople) => said.decide(before, now())
  if (needsProof) {
    const foreseen = decide(await loadOrganisationPeople(database, organisationId))
    if (!foreseen.ok) return answerRefusal(c, foreseen.refusal)
    const unproven = await refuseWithoutStepUp(c)
    if (unproven) return unproven
  }
  const event = { ...said.event, actor: viewer.actor }
  const saved = await change(database, now(), { ...said, organisationId, decide, event })
  return saved.ok ? c.json(PeopleChanged.parse({ status: 'done' })) : answerRefusal(c, saved.refusal)
}
