import { OrganisationId } from '@kunak/contracts'
import { NewOrganisation, Saved } from '@kunak/contracts/directory'
import { isOnDoNotList, saveOrganisation } from '@kunak/data/directory'
import { listOrganisation as decide } from '@kunak/domain/directory'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { body, onlyJson } from '../front-door/parse.ts'

/** A coordinator lists an organisation that she knows. */
export const listOrganisation = new Hono<Front>().post(
  '/organisations',
  limitRate('change'),
  onlyJson,
  body(NewOrganisation),
  async (c) => {
    const { viewer, dependencies } = c.var
    const now = dependencies.now()
    const id = OrganisationId.parse(dependencies.newId())
    const decided = decide(viewer, c.req.valid('json'), { id, now })
    if (!decided.ok) return answerRefusal(c, decided.refusal)
    if (await isOnDoNotList(dependencies.database, dependencies.keys.doNotList, decided.value.profile)) {
      return answerProblem(c, 'on_do_not_list')
    }
    const event = { type: 'organisation_listed', actor: viewer.actor, data: { version: 1 } }
    const saved = await saveOrganisation(dependencies.database, now, { before: null, after: decided.value, event })
    if (!saved.ok) return answerRefusal(c, saved.refusal)
    return c.json(Saved.parse({ id, version: 1 }), 201, { location: `/api/v1/organisations/${id}` })
  },
)
