import type { PersonId } from '@kunak/contracts'
import { type Notice, Notifications } from '@kunak/contracts/alerts'
import { listAlertIds, listNotices, loadAlerts, loadSeenUpTo, loadSubscription } from '@kunak/data/alerts'
import { alertAsOf, listsFor, newsOfAlert } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import { answerRefusal } from '../../front-door/answer-problem.ts'
import type { Front, FrontContext } from '../../front-door/front.ts'
import { ownAccount } from '../../front-door/own-account.ts'
import { nameOf, viewsOf } from '../../front-door/views-of.ts'
import { alertStore } from '../change-alert.ts'
import { viewsOfAlerts } from '../views-of-alerts.ts'

/** How many alerts that live, that are over, and notices are looked at: what is new is not far back. */
const most = { open: 100, ended: 30, notices: 50 } as const
const mostItems = 50

type Item = Notifications['items'][number]

/** What is new for the reader, newest first: nothing is kept for it but what concerns her by name. */
export const getNotifications = new Hono<Front>().get('/notifications', async (c) => {
  const own = ownAccount(c)
  if (!own.ok) return answerRefusal(c, own.refusal)
  const { database } = c.var.dependencies
  const { id } = own.value.person
  const [seenUpTo, ofAlerts, ofHers] = await Promise.all([
    loadSeenUpTo(database, id),
    itemsOfAlerts(c, id),
    itemsOfNotices(c, id),
  ])
  const items = [...ofAlerts, ...ofHers]
    .toSorted((one, other) => (one.at < other.at ? 1 : -1))
    .slice(0, mostItems)
    .map((item) => ({ ...item, isNew: seenUpTo === null || item.at > seenUpTo }))
  const unseen = items.filter(({ isNew }) => isNew).length
  return c.json(Notifications.parse({ unseen, items }), 200, { 'cache-control': 'no-store' })
})

async function itemsOfAlerts(c: FrontContext, personId: PersonId): Promise<Item[]> {
  const { viewer, dependencies } = c.var
  const { database, now } = dependencies
  const lists = listsFor(viewer).filter((list) => list !== 'PUBLIC' && !list.startsWith('PERSON#'))
  const [subscription, open, ended] = await Promise.all([
    loadSubscription(database, personId),
    listAlertIds(database, { lists, isOpen: true, limit: most.open }),
    listAlertIds(database, { lists, isOpen: false, limit: most.ended }),
  ])
  const alerts = await loadAlerts(alertStore(c), [...new Set([...open, ...ended])])
  const news = new Map(alerts.map((alert) => [alert.id, newsOfAlert(viewer, alertAsOf(alert, now()), { subscription })]))
  const views = await viewsOfAlerts(
    c,
    alerts.filter(({ id }) => news.get(id) !== null),
  )
  return views.flatMap((view): Item[] => {
    const said = news.get(view.id)
    if (!said || view.part !== 'whole') return []
    const { id, state, isExercise, isVerified, concerns, pressures, republic, urgency, headline, closed } = view
    const alert = { id, state, isExercise, isVerified, concerns, pressures, republic, urgency, headline, closed }
    return [{ about: 'alert', ...said, isNew: false, alert }]
  })
}

async function itemsOfNotices(c: FrontContext, personId: PersonId): Promise<Item[]> {
  const { database, now } = c.var.dependencies
  const notices = await listNotices(database, now(), { personId, most: most.notices })
  const readable = new Set((await readAlertsOf(c, notices)).map(({ id }) => id))
  const views = await viewsOf(
    c,
    notices.flatMap(({ organisationId }) => organisationId ?? []),
  )
  return notices.map(({ organisationId, alertId, ...notice }) => {
    return {
      about: 'notice',
      ...notice,
      isNew: false,
      // Where she no longer reads it, there is nothing to lead her to.
      alertId: alertId !== null && readable.has(alertId) ? alertId : null,
      organisation: organisationId && nameOf(views.get(organisationId)),
    }
  })
}

async function readAlertsOf(c: FrontContext, notices: readonly Notice[]) {
  const ids = notices.flatMap(({ alertId }) => alertId ?? [])
  return viewsOfAlerts(c, await loadAlerts(alertStore(c), [...new Set(ids)]))
}
