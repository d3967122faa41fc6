import { Frozen } from '@kunak/contracts/directory'
import { freezeWrites, saveOrganisation } from '@kunak/data/directory'
import { freezeCodeOf, freezeOrganisation as decide } from '@kunak/domain/directory'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { organisationOf } from './change-organisation.ts'

// Whoever edits at the same moment must not be able to hold up a freeze.
const mostAttempts = 8

/**
 * A steward hides her organisation everywhere, at once. It asks for no proof and knows no rate: it must be quick, and whoever has taken
 * her session only loses by it. Every session of its people ends with it, hers too.
 */
export const freezeOrganisation = new Hono<Front>().post('/organisations/:id/freeze', async (c) => {
  const { viewer, dependencies } = c.var
  const { database, keys, now } = dependencies
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const at = now()
    const before = await organisationOf(c)
    if (!before) return answerProblem(c, 'not_found')
    const decided = decide(viewer, before, at)
    if (!decided.ok) return answerRefusal(c, decided.refusal)
    const after = decided.value
    const event = { type: 'organisation_frozen', actor: viewer.actor, data: { version: after.version } }
    const also = freezeWrites(database, { before, after, key: keys.doNotList })
    const saved = await saveOrganisation(database, at, { before, after, event, also })
    if (!saved.ok) continue
    return c.json(Frozen.parse({ code: freezeCodeOf(after.id), frozenAt: at.toISOString() }))
  }
  return answerProblem(c, 'changed_meanwhile')
})
