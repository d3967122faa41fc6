import type { WholeAlert } from '@kunak/contracts/alerts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Person, Viewer } from '@kunak/contracts/identity'
import { loadAlerts, listAlertIds } from '@kunak/data/alerts'
import { loadOrganisations } from '@kunak/data/directory'
import { findFeedLink, loadPerson } from '@kunak/data/identity'
import { listsFor, type OwnFeed } from '@kunak/domain/alerts'
import { isSessionOver, viewerFrom } from '@kunak/domain/identity'
import type { FrontContext } from '../../front-door/front.ts'
import { alertStore } from '../change-alert.ts'
import { viewsOfAlerts } from '../views-of-alerts.ts'

const most = 50
const neutralNames = { ru: 'Заметки', en: 'Notes' } as const

/** What somebody's own feeds are made of, by the token in their address: the alerts that she reads now. Null where it opens nothing. */
export async function ownFeedsOf(c: FrontContext): Promise<{ alerts: WholeAlert[]; feed: OwnFeed } | null> {
  const { database, secrets, origin, neutralName } = c.var.dependencies
  const link = await findFeedLink(database, c.req.param('token') ?? '')
  const person = link && (await loadPerson(database, link.personId))
  if (!link || !person) return null
  const organisations = await loadOrganisations(
    database,
    person.memberships.map(({ organisationId }) => organisationId),
  )
  const viewer = readerBy(link, person, organisations)
  if (!viewer) return null
  const lists = listsFor(viewer).filter((list) => list !== 'PUBLIC')
  const ids = await Promise.all([true, false].map((isOpen) => listAlertIds(database, { lists, isOpen, limit: most })))
  const views = await viewsOfAlerts(c, await loadAlerts(alertStore(c), ids.flat()), viewer)
  const { locale } = person
  const opaque = ({ id }: WholeAlert) => secrets.tag(`feed ${link.hash} ${id}`).subarray(0, 16).toString('base64url')
  return {
    alerts: views.filter((view): view is WholeAlert => view.part === 'whole' && view.state !== 'draft'),
    feed: { origin, locale, name: neutralName ?? neutralNames[locale], opaque },
  }
}

/**
 * Who reads by a link of hers, or null where it opens nothing (any more): it lives as long as a session that began when it was made
 * would, if sessions had no end of their own, and is for those who belong somewhere.
 */
export function readerBy(
  { since }: { readonly since: string },
  person: Person,
  organisations: readonly Organisation[],
): Viewer | null {
  if (isSessionOver({ startedAt: since }, person, organisations)) return null
  const viewer = viewerFrom(person, organisations)
  return viewer.memberships.length > 0 || viewer.isCoordinator ? viewer : null
}
