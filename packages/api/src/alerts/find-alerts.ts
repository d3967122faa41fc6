import { AlertId } from '@kunak/contracts'
import { AlertPage, AlertQuery, type AlertView } from '@kunak/contracts/alerts'
import { listAlertIds, loadAlerts } from '@kunak/data/alerts'
import { listsFor } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import { answerForNow } from './answer-for-now.ts'
import { answerProblem } from '../front-door/answer-problem.ts'
import type { Front, FrontContext } from '../front-door/front.ts'
import { query } from '../front-door/parse.ts'
import { alertStore } from './change-alert.ts'
import { viewsOfAlerts } from './views-of-alerts.ts'

/** How many are looked at for one page at most, so that a narrow question cannot read a whole list. */
const mostLooks = 10

/** The alerts that a reader may see, or the drafts that she has begun, newest first. A cursor names the last one that was looked at. */
export const findAlerts = new Hono<Front>().get('/alerts', query(AlertQuery), async (c) => {
  const asked = c.req.valid('query')
  const from = asked.cursor === undefined ? undefined : AlertId.safeParse(asked.cursor)
  if (from && !from.success) return answerProblem(c, 'bad_cursor')
  return answerForNow(c, AlertPage.parse(await pageOf(c, asked, from?.data)))
})

async function pageOf(c: FrontContext, asked: AlertQuery, from: AlertId | undefined): Promise<AlertPage> {
  const isDrafts = asked.state === 'draft'
  const lists = listsFor(c.var.viewer).filter((list) => !isDrafts || list.startsWith('PERSON#'))
  const items: AlertView[] = []
  let before = from
  for (let look = 0; look < mostLooks; look += 1) {
    const ids = await listAlertIds(c.var.dependencies.database, {
      lists,
      isOpen: asked.state !== 'ended',
      before,
      limit: asked.limit,
    })
    for (const view of await viewsOfAlerts(c, await loadAlerts(alertStore(c), ids))) {
      if (!answers(view, asked)) continue
      items.push(view)
      if (items.length === asked.limit) return { items, next: view.id }
    }
    before = ids.at(-1)
    if (before === undefined || ids.length < asked.limit) return { items, next: null }
  }
  return { items, next: before ?? null }
}

function answers({ state, republic, pressures }: AlertView, { republic: where, pressure, ...asked }: AlertQuery): boolean {
  if ((state === 'draft') !== (asked.state === 'draft')) return false
  return (where === undefined || republic === where) && (pressure === undefined || pressures.includes(pressure))
}
