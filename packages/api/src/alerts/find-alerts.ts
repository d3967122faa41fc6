import { AlertId } from '@kunak/contracts'
import { AlertPage, AlertQuery, type AlertView } from '@kunak/contracts/alerts'
import { listsFor } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import { answerForNow } from './answer-for-now.ts'
import { answerProblem } from '../front-door/answer-problem.ts'
import type { Front, FrontContext } from '../front-door/front.ts'
import { query } from '../front-door/parse.ts'
import { alertsInLists } from './alerts-in-lists.ts'

/** How many are looked at for one page at most, so that a narrow question cannot read a whole list. */
const mostLooked = 200

/**
 * The alerts that a reader may see, or the drafts that she has begun, newest first. A cursor names the last one that was looked at, of
 * those that she may see.
 */
export const findAlerts = new Hono<Front>().get('/alerts', query(AlertQuery), async (c) => {
  const asked = c.req.valid('query')
  const from = asked.cursor === undefined ? undefined : AlertId.safeParse(asked.cursor)
  if (from && !from.success) return answerProblem(c, 'bad_cursor')
  return answerForNow(c, AlertPage.parse(await pageOf(c, asked, from?.data)))
})

async function pageOf(c: FrontContext, asked: AlertQuery, before: AlertId | undefined): Promise<AlertPage> {
  const isDrafts = asked.state === 'draft'
  const lists = listsFor(c.var.viewer).filter((list) => !isDrafts || list.startsWith('PERSON#'))
  const isOpen = asked.state !== 'ended'
  const items: AlertView[] = []
  let looked = 0
  for await (const view of alertsInLists(c, { lists, isOpen, first: asked.limit, ...(before && { before }) })) {
    looked += 1
    if (answers(view, asked)) items.push(view)
    if (items.length === asked.limit || looked === mostLooked) return { items, next: view.id }
  }
  return { items, next: null }
}

function answers({ state, republic, pressures }: AlertView, { republic: where, pressure, ...asked }: AlertQuery): boolean {
  if ((state === 'draft') !== (asked.state === 'draft')) return false
  return (where === undefined || republic === where) && (pressure === undefined || pressures.includes(pressure))
}
