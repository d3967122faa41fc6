import { NewVouch, Saved } from '@kunak/contracts/directory'
import { loadGivenVouches, loadOrganisation, saveVouch } from '@kunak/data/directory'
import { giveVouch as decide } from '@kunak/domain/directory'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../../front-door/answer-problem.ts'
import type { Front } from '../../front-door/front.ts'
import { limitRate } from '../../front-door/limit-rate.ts'
import { body, onlyJson } from '../../front-door/parse.ts'
import { organisationOf } from '../change-organisation.ts'

/** An organisation, named by the address, vouches for another one. */
export const giveVouch = new Hono<Front>().post(
  '/organisations/:id/vouches',
  limitRate('change'),
  onlyJson,
  body(NewVouch),
  async (c) => {
    const { viewer, dependencies } = c.var
    const { database } = dependencies
    const now = dependencies.now()
    const asked = c.req.valid('json')
    const from = await organisationOf(c)
    if (!from) return answerProblem(c, 'not_found')
    const before = await loadGivenVouches(database, from.id)
    const to = await loadOrganisation(database, asked.to)
    const decided = decide(viewer, { from, to }, { given: before.vouches, asked, now })
    if (!decided.ok) return answerRefusal(c, decided.refusal)
    const saved = await saveVouch(database, now, { before, after: decided.value, how: asked.how, actor: viewer.actor })
    return saved.ok ? c.json(Saved.parse({ id: from.id, version: from.version }), 201) : answerRefusal(c, saved.refusal)
  },
)
