import type { Alert, AlertView } from '@kunak/contracts/alerts'
import { loadOrganisations } from '@kunak/data/directory'
import { organisationsOf, viewAlert } from '@kunak/domain/alerts'
import type { FrontContext } from '../front-door/front.ts'

/** What this reader, or another viewer, may see of each of some alerts, in their order; those that are not there for her are left out. */
export async function viewsOfAlerts(c: FrontContext, alerts: readonly Alert[], viewer = c.var.viewer): Promise<AlertView[]> {
  const { dependencies } = c.var
  const named = await loadOrganisations(dependencies.database, [...new Set(alerts.flatMap(organisationsOf))])
  const context = { organisations: new Map(named.map((one) => [one.id, one])), now: dependencies.now() }
  return alerts.flatMap((alert) => viewAlert(viewer, alert, context) ?? [])
}
