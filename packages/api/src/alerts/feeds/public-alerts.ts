import { anonymous } from '@kunak/contracts/identity'
import type { Alert, AlertView, FeedQuery, PublicAlert } from '@kunak/contracts/alerts'
import { changedAt } from '@kunak/domain/alerts'
import type { FrontContext } from '../../front-door/front.ts'
import { alertsInLists } from '../alerts-in-lists.ts'
import { viewsOfAlerts } from '../views-of-alerts.ts'

/** How many of what lives, and of what is over, are looked at: a feed is of what is new. */
const mostLooked = 200
const mostEntries = 50

/** The public parts of some alerts, whoever asks; one without words, which nobody confirmed in time, has nothing to say in a feed. */
export async function publicPartsOf(c: FrontContext, alerts: readonly Alert[]): Promise<PublicAlert[]> {
  const views = await viewsOfAlerts(c, alerts, anonymous)
  return views.filter(hasWords)
}

const hasWords = (view: AlertView): view is PublicAlert => view.part === 'public' && Object.keys(view.headline).length > 0

/** The public alerts that changed last, of a republic and about a pressure where it is asked for. */
export async function newestPublicAlerts(
  c: FrontContext,
  { republic, pressure }: Pick<FeedQuery, 'republic' | 'pressure'> = {},
): Promise<PublicAlert[]> {
  const both = await Promise.all([listed(c, true), listed(c, false)])
  return both
    .flat()
    .filter((alert) => republic === undefined || alert.republic === republic)
    .filter((alert) => pressure === undefined || alert.pressures.includes(pressure))
    .toSorted((one, other) => (changedAt(one) < changedAt(other) ? 1 : -1))
    .slice(0, mostEntries)
}

async function listed(c: FrontContext, isOpen: boolean): Promise<PublicAlert[]> {
  const found: PublicAlert[] = []
  let looked = 0
  for await (const view of alertsInLists(c, { lists: ['PUBLIC'], isOpen }, anonymous)) {
    if (hasWords(view)) found.push(view)
    looked += 1
    if (looked === mostLooked) break
  }
  return found
}
