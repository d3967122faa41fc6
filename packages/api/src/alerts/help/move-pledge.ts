import { MovePledge } from '@kunak/contracts/alerts'
import { loadTally, savePledge } from '@kunak/data/alerts'
import { movePledge as decide } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import { answerRefusal } from '../../front-door/answer-problem.ts'
import type { Front } from '../../front-door/front.ts'
import { limitRate } from '../../front-door/limit-rate.ts'
import { body, onlyJson } from '../../front-door/parse.ts'
import { untilSaved } from '../../front-door/until-saved.ts'
import { alertStore } from '../change-alert.ts'
import { pledgeOf } from './help-of-alert.ts'
import { answerPledge } from './offer-pledge.ts'

/** A pledge goes on: accepted or declined by those who lead the alert, withdrawn by those who offered, on its way and delivered by either. */
export const movePledge = new Hono<Front>().post(
  '/alerts/:alert/pledges/:pledge/state',
  limitRate('change'),
  onlyJson,
  body(MovePledge),
  (c) =>
    untilSaved(c, async () => {
      const { viewer, dependencies } = c.var
      const now = dependencies.now()
      const found = await pledgeOf(c)
      if (!found.ok) return answerRefusal(c, found.refusal)
      const { alert, pledge: before } = found.value
      const tally = await loadTally(alertStore(c), alert.id, before.needId)
      const decided = decide(viewer, alert, { before, tally, now, ...c.req.valid('json') })
      if (!decided.ok) return answerRefusal(c, decided.refusal)
      const change = decided.value
      if (change === null) return answerPledge(c, before)
      const isPromise = change.pledge.state === 'accepted'
      const saved = await savePledge(alertStore(c), now, { change, actor: viewer.actor, ...(isPromise && { alert }) })
      return saved.ok ? answerPledge(c, change.pledge) : null
    }),
)
