import { OrganisationId } from '@kunak/contracts'
import { type Colleague, Colleagues, type OrganisationPeople, roles } from '@kunak/contracts/identity'
import { loadOrganisationPeople, loadPeople } from '@kunak/data/identity'
import { isOwn, refuseStranger } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import type { Front, FrontContext } from '../front-door/front.ts'
import { viewsOf } from '../front-door/views-of.ts'

/**
 * Who belongs to an organisation, stewards first: for its own people, who see each other's names, and for coordinators, who see names
 * and roles and nothing by which to act on anybody.
 */
export const listPeople = new Hono<Front>().get('/organisations/:id/people', async (c) => {
  const { viewer, dependencies } = c.var
  const id = OrganisationId.safeParse(c.req.param('id'))
  const isThere = id.success && (await viewsOf(c, [id.data])).has(id.data)
  if (!isThere) return answerProblem(c, 'not_found')
  const isInside = isOwn(viewer, id.data)
  if (!isInside && !viewer.isCoordinator) return answerRefusal(c, refuseStranger(viewer).refusal)
  const { people } = await loadOrganisationPeople(dependencies.database, id.data)
  const colleagues = await named(c, people)
  const shown = isInside ? colleagues : colleagues.map(({ name, role, isYou }) => ({ name, role, isYou }))
  return c.json(Colleagues.parse({ people: shown }))
})

async function named(c: FrontContext, people: OrganisationPeople['people']): Promise<Required<Colleague>[]> {
  const { viewer, dependencies } = c.var
  const { database, secrets } = dependencies
  const accounts = await loadPeople(
    database,
    people.map(({ personId }) => personId),
  )
  const names = new Map(accounts.map(({ id, name }) => [id, name && secrets.unseal(name)]))
  return people
    .map((one) => ({ ...one, name: names.get(one.personId) ?? null, isYou: one.personId === viewer.personId }))
    .sort((one, other) => roles.indexOf(one.role) - roles.indexOf(other.role) || (one.since < other.since ? -1 : 1))
}
