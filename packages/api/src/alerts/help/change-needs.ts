import { NeedId, refuse } from '@kunak/contracts'
import { NeedQuantity, NewNeed } from '@kunak/contracts/alerts'
import { loadTally, tallyWrite } from '@kunak/data/alerts'
import { addNeed, changeNeed } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import type { Front } from '../../front-door/front.ts'
import { limitRate } from '../../front-door/limit-rate.ts'
import { body, onlyJson } from '../../front-door/parse.ts'
import { alertStore, changeAlert } from '../change-alert.ts'
import { needIn } from './help-of-alert.ts'

/** Those who lead an alert say what else is needed, and how much of it. */
export const changeNeeds = new Hono<Front>()
  .post('/alerts/:alert/needs', limitRate('change'), onlyJson, body(NewNeed), (c) => {
    const { id = NeedId.parse(c.var.dependencies.newId()), ...need } = c.req.valid('json')
    return changeAlert(c, (before) => addNeed(c.var.viewer, before, { id, ...need }))
  })
  .put('/alerts/:alert/needs/:need', limitRate('change'), onlyJson, body(NeedQuantity), (c) =>
    changeAlert(c, async (before, now) => {
      const needId = needIn(c)
      if (needId === null) return refuse({ code: 'not_found' })
      const tally = await loadTally(alertStore(c), before.id, needId)
      const decided = changeNeed(c.var.viewer, before, { ...c.req.valid('json'), needId, tally })
      if (!decided.ok || decided.value.event === null) return decided
      // Whoever offers something at this moment has looked at the quantity that was: one of the two decides again.
      const next = { ...tally, version: tally.version + 1 }
      return { ...decided, also: [tallyWrite(alertStore(c), now, { alertId: before.id, needId, tally: next })] }
    }),
  )
