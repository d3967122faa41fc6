import { ApplicationView, type OrganisationView } from '@kunak/contracts/directory'
import { isOnDoNotList, loadApplication } from '@kunak/data/directory'
import { viewOrganisation } from '@kunak/domain/directory'
import { isOwn, refuseStranger } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import type { Front, FrontContext } from '../front-door/front.ts'
import { viewsOf } from '../front-door/views-of.ts'
import { organisationOf } from './change-organisation.ts'

/**
 * What an organisation said when it applied, for its own people and coordinators. Only the latter see beside it whether the register
 * refuses it and whose names its own resemble.
 */
export const getApplication = new Hono<Front>().get('/organisations/:id/application', async (c) => {
  const { viewer, dependencies } = c.var
  const { database, secrets, now } = dependencies
  const organisation = await organisationOf(c)
  const view = organisation && viewOrganisation(viewer, organisation, now())
  if (!view) return answerProblem(c, 'not_found')
  if (!isOwn(viewer, view.id) && !viewer.isCoordinator) return answerRefusal(c, refuseStranger(viewer).refusal)
  const application = await loadApplication(database, now(), view.id)
  if (!application) return answerProblem(c, 'not_found')
  const { appliedAt, country, knows, locale, claimedAt } = application
  const seen = viewer.isCoordinator ? await whatCoordinatorsSee(c, view) : {}
  return c.json(ApplicationView.parse({ appliedAt, country, knows: secrets.unseal(knows), locale, claimedAt, ...seen }))
})

async function whatCoordinatorsSee(c: FrontContext, { id, names, identifiers = [] }: OrganisationView) {
  const { database, keys, search } = c.var.dependencies
  const alike = await search.namesLike(Object.values(names))
  const views = await viewsOf(
    c,
    alike.map((one) => one.id),
  )
  return {
    isOnDoNotList: await isOnDoNotList(database, keys.doNotList, { names, identifiers }),
    resembles: alike
      .filter((one) => one.id !== id && views.has(one.id))
      .map((one) => ({ id: one.id, similarity: one.similarity, names: views.get(one.id)?.names ?? {} })),
  }
}
