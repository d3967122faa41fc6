import type { OrganisationId } from '@kunak/contracts'
import { DeskAlerts, urgencies, type WholeAlert } from '@kunak/contracts/alerts'
import { OrganisationQuery, type OrganisationView } from '@kunak/contracts/directory'
import { listAlertIds, listAnswers, listPledges, loadAlerts } from '@kunak/data/alerts'
import { areasFor, listsFor, whoCanBeAsked } from '@kunak/domain/alerts'
import { republics } from '@kunak/vocabulary'
import { Hono } from 'hono'
import type { Front, FrontContext } from '../../front-door/front.ts'
import { onlyCoordinators } from '../../front-door/only-coordinators.ts'
import { alertStore } from '../change-alert.ts'
import { viewsOfAlerts } from '../views-of-alerts.ts'

/** How many living alerts are looked at, how many are shown, and how many organisations are named for each. */
const mostLooked = 200
const mostShown = 10
const mostAsked = 5
const mostFound = 100

/** The living alerts that this coordinator reads and with which nobody has offered to help, and who could still be asked. */
export const getDeskAlerts = new Hono<Front>().get('/desk/alerts', onlyCoordinators, async (c) => {
  const lists = listsFor(c.var.viewer).filter((list) => list !== 'PUBLIC')
  const ids = await listAlertIds(c.var.dependencies.database, { lists, isOpen: true, limit: mostLooked })
  const views = await viewsOfAlerts(c, await loadAlerts(alertStore(c), ids))
  const living = views.filter((view): view is WholeAlert => view.part === 'whole' && view.state === 'active')
  const taken = await Promise.all(living.map(async (alert) => ({ alert, ...(await takenUp(c, alert)) })))
  const unanswered = taken.filter(({ isTaken }) => !isTaken).toSorted((one, other) => byUrgency(one.alert, other.alert))
  const alerts = await Promise.all(
    unanswered.slice(0, mostShown).map(async ({ alert, counts, answered }) => {
      const { id, isExercise, isVerified, pressures, urgency, headline, activeAt, until, republic, needs } = alert
      const canBeAsked = await askable(c, alert, answered)
      return { id, isExercise, isVerified, pressures, urgency, headline, activeAt, until, republic, needs, ...counts, canBeAsked }
    }),
  )
  return c.json(DeskAlerts.parse({ alerts, more: Math.max(0, unanswered.length - mostShown) }))
})

/** Who has answered an alert, and whether anybody has offered help. Who raised it, and whom it concerns, are not asked. */
async function takenUp(c: FrontContext, { id, raisedBy, concerns }: WholeAlert) {
  const [answers, pledges] = await Promise.all([listAnswers(alertStore(c), id), listPledges(alertStore(c), id)])
  const offers = pledges.filter(({ state }) => state !== 'declined' && state !== 'lapsed' && state !== 'withdrawn')
  const said = (what: string) => answers.filter(({ answer }) => answer === what).length
  const all = [
    raisedBy?.id ?? null,
    concerns?.id ?? null,
    ...[...answers, ...pledges].map(({ organisationId }) => organisationId),
  ]
  return {
    isTaken: said('can_help') > 0 || offers.length > 0,
    counts: { seen: said('seen'), cannot: said('cannot') },
    answered: new Set<OrganisationId>(all.filter((one) => one !== null)),
  }
}

/** Those near by first; further away only the experienced ones are looked for, and only where there are too few. */
async function askable(c: FrontContext, alert: WholeAlert, answered: ReadonlySet<OrganisationId>) {
  const areas = areasFor(alert)
  const neighbours = republics.find(({ code }) => code === alert.republic)?.neighbours ?? []
  const near = await found(c, { expertise: areas, republic: [alert.republic, ...neighbours] })
  const first = whoCanBeAsked(alert, near, answered)
  if (first.length >= mostAsked) return first.slice(0, mostAsked)
  const far = await found(c, { expertise: areas, level: ['lead', 'experienced'] })
  const all = new Map([...near, ...far].map((view) => [view.id, view]))
  return whoCanBeAsked(alert, [...all.values()], answered).slice(0, mostAsked)
}

async function found(c: FrontContext, facets: Readonly<Record<string, readonly (string | null)[]>>): Promise<OrganisationView[]> {
  const chosen = Object.fromEntries(
    Object.entries(facets).map(([facet, codes]) => [facet, codes.filter((code) => code !== null)]),
  )
  const query = OrganisationQuery.parse({ ...chosen, capacity: ['open', 'limited'], limit: mostFound })
  const answer = await c.var.dependencies.search.find(c.var.viewer, query)
  return answer.ok ? answer.value.organisations.map(({ organisation }) => organisation) : []
}

/** What is practised last; before it the most urgent first, then what has waited longest. */
function byUrgency(one: WholeAlert, other: WholeAlert): number {
  const rank = ({ urgency }: WholeAlert) => urgencies.indexOf(urgency)
  return Number(one.isExercise) - Number(other.isExercise) || rank(one) - rank(other) || (one.id < other.id ? -1 : 1)
}
