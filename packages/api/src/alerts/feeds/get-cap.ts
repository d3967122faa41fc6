import { AlertId } from '@kunak/contracts'
import { loadAlert } from '@kunak/data/alerts'
import { capMessagesOf, writeCap } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import { answerProblem } from '../../front-door/answer-problem.ts'
import type { Front } from '../../front-door/front.ts'
import { alertStore } from '../change-alert.ts'
import { answerFeed } from './answer-feed.ts'
import { publicPartsOf } from './public-alerts.ts'

/**
 * A message about a public alert as a CAP 1.2 document: `<alert>.cap` is the latest, `<identifier>.cap` any by its identifier, also one
 * that a later message has taken the place of.
 */
export const getCap = new Hono<Front>().get('/feeds/alerts/:message', async (c) => {
  const [, id, name] = /^([^.]+)(?:\.([\w-]+))?\.cap$/.exec(c.req.param('message')) ?? []
  const known = AlertId.safeParse(id)
  const stored = known.success ? await loadAlert(alertStore(c), known.data) : null
  const [alert] = stored ? await publicPartsOf(c, [stored]) : []
  const messages = alert ? capMessagesOf(alert) : []
  const message = name === undefined ? messages.at(-1) : messages.find(({ identifier }) => identifier === `${id}.${name}`)
  if (!alert || !message) return answerProblem(c, 'not_found')
  return answerFeed(c, { type: 'cap', body: writeCap(alert, message, c.var.dependencies), changedAt: message.at })
})
