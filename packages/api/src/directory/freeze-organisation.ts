import { Frozen } from '@kunak/contracts/directory'
import { freezeWrites, saveOrganisation } from '@kunak/data/directory'
import { freezeCodeOf, freezeOrganisation as decide } from '@kunak/domain/directory'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { untilSaved } from '../front-door/until-saved.ts'
import { organisationOf } from './change-organisation.ts'

/**
 * A steward hides her organisation everywhere, at once. It asks for no proof and knows no rate: it must be quick, and whoever has taken
 * her session only loses by it. Every session of its people ends with it, hers too.
 */
export const freezeOrganisation = new Hono<Front>().post('/organisations/:id/freeze', (c) =>
  // Whoever edits at the same moment must not be able to hold it up.
  untilSaved(c, async () => {
    const { viewer, dependencies } = c.var
    const { database, keys, now } = dependencies
    const at = now()
    const before = await organisationOf(c)
    if (!before) return answerProblem(c, 'not_found')
    const decided = decide(viewer, before, at)
    if (!decided.ok) return answerRefusal(c, decided.refusal)
    const after = decided.value
    const event = { type: 'organisation_frozen', actor: viewer.actor, data: { version: after.version } }
    const also = freezeWrites(database, { before, after, key: keys.doNotList })
    const saved = await saveOrganisation(database, at, { before, after, event, also })
    return saved.ok ? c.json(Frozen.parse({ code: freezeCodeOf(after.id), frozenAt: at.toISOString() })) : null
  }),
)
