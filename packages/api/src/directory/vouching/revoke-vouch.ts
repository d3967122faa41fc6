import { OrganisationId } from '@kunak/contracts'
import { Saved } from '@kunak/contracts/directory'
import { loadGivenVouches, loadToldVouches, reviewStandings, saveVouch } from '@kunak/data/directory'
import { revokeVouch as decide } from '@kunak/domain/directory'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../../front-door/answer-problem.ts'
import type { Front } from '../../front-door/front.ts'
import { limitRate } from '../../front-door/limit-rate.ts'
import { organisationOf } from '../change-organisation.ts'
import { atOnce } from './review-at-once.ts'

/** An organisation takes its word back; whoever stood on it is under review before the answer goes out, or within the minute. */
export const revokeVouch = new Hono<Front>().delete('/organisations/:id/vouches/:to', limitRate('change'), async (c) => {
  const { viewer, dependencies } = c.var
  const { database } = dependencies
  const now = dependencies.now()
  const from = await organisationOf(c)
  const to = OrganisationId.safeParse(c.req.param('to'))
  if (!from) return answerProblem(c, 'not_found')
  const before = await loadGivenVouches(database, from.id)
  const decided = decide(viewer, from, { given: before.vouches, to: to.data ?? null, now })
  if (!decided.ok) return answerRefusal(c, decided.refusal)
  const [told] = await loadToldVouches(database, [decided.value])
  const change = { before, after: decided.value, how: told?.how ?? '', actor: viewer.actor }
  const saved = await saveVouch(database, now, change)
  if (!saved.ok) return answerRefusal(c, saved.refusal)
  await reviewStandings(database, now, atOnce)
  return c.json(Saved.parse({ id: from.id, version: from.version }))
})
