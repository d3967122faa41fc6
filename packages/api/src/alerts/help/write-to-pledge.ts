import { MessageId } from '@kunak/contracts'
import { MessageWritten, ShareContact, WriteToPledge } from '@kunak/contracts/alerts'
import { listMessages, saveMessage, savePledge } from '@kunak/data/alerts'
import { shareContact, writeToPledge as decide } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import { answerRefusal } from '../../front-door/answer-problem.ts'
import type { Front } from '../../front-door/front.ts'
import { limitRate } from '../../front-door/limit-rate.ts'
import { body, onlyJson } from '../../front-door/parse.ts'
import { untilSaved } from '../../front-door/until-saved.ts'
import { alertStore } from '../change-alert.ts'
import { pledgeOf } from './help-of-alert.ts'
import { answerPledge } from './offer-pledge.ts'

/** What the two sides of a pledge say to each other, and how they can be reached once both want it. */
export const writeToPledge = new Hono<Front>()
  .post('/alerts/:alert/pledges/:pledge/messages', limitRate('change'), onlyJson, body(WriteToPledge), (c) => {
    const { id = MessageId.parse(c.var.dependencies.newId()), text } = c.req.valid('json')
    return untilSaved(c, async () => {
      const { viewer, dependencies } = c.var
      const now = dependencies.now()
      const found = await pledgeOf(c)
      if (!found.ok) return answerRefusal(c, found.refusal)
      const { alert, pledge } = found.value
      const earlier = await listMessages(alertStore(c), alert.id, pledge.id)
      const decided = decide({ viewer, alert, before: pledge }, { id, text, now, earlier: earlier.length })
      if (!decided.ok) return answerRefusal(c, decided.refusal)
      const change = { pledge, message: decided.value, actor: viewer.actor }
      const isWritten = earlier.some((message) => message.id === id) || (await saveMessage(alertStore(c), now, change)).ok
      return isWritten ? c.json(MessageWritten.parse({ id }), 201) : null
    })
  })
  .put('/alerts/:alert/pledges/:pledge/contact', limitRate('change'), onlyJson, body(ShareContact), (c) =>
    untilSaved(c, async () => {
      const found = await pledgeOf(c)
      if (!found.ok) return answerRefusal(c, found.refusal)
      const { alert, pledge: before } = found.value
      const decided = shareContact({ viewer: c.var.viewer, alert, before }, c.req.valid('json').contact)
      if (!decided.ok) return answerRefusal(c, decided.refusal)
      const pledge = decided.value
      if (pledge === null) return answerPledge(c, before)
      const change = { pledge, tally: null, event: null }
      const saved = await savePledge(alertStore(c), c.var.dependencies.now(), { change, actor: c.var.viewer.actor })
      return saved.ok ? answerPledge(c, pledge) : null
    }),
  )
