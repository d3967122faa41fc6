import { EditableProfile } from '@kunak/contracts/directory'
import { loadCircles } from '@kunak/data/directory'
import { freshnessOf, viewOrganisation } from '@kunak/domain/directory'
import { hasRole, isOwn, refuseStranger } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { organisationOf } from './change-organisation.ts'

/** The whole profile with its audiences and its version, for the organisation's own people. */
export const getProfile = new Hono<Front>().get('/organisations/:id/profile', async (c) => {
  const { viewer, dependencies } = c.var
  const now = dependencies.now()
  const organisation = await organisationOf(c)
  if (!organisation || !viewOrganisation(viewer, organisation, now)) return answerProblem(c, 'not_found')
  if (!isOwn(viewer, organisation.id)) return answerRefusal(c, refuseStranger(viewer).refusal)
  const circles = await loadCircles(dependencies.database, organisation.circles)
  return c.json(
    EditableProfile.parse({
      id: organisation.id,
      version: organisation.version,
      standing: organisation.standing,
      freshness: freshnessOf(organisation.assuredAt, now),
      assuredOn: organisation.assuredAt.slice(0, 10),
      mayWiden: hasRole(viewer, organisation.id, 'steward'),
      profile: organisation.profile,
      audienceCircle: organisation.audienceCircle,
      circles: circles.map(({ id, name }) => ({ id, name })),
    }),
  )
})
