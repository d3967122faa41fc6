import { NeedId, ok, PledgeId, refuse, type Refusal, type Result } from '@kunak/contracts'
import type { Alert, Pledge } from '@kunak/contracts/alerts'
import { loadOrganisations } from '@kunak/data/directory'
import { loadPledge } from '@kunak/data/alerts'
import type { AlertContext } from '@kunak/domain/alerts'
import type { FrontContext } from '../../front-door/front.ts'
import { alertOf, alertStore } from '../change-alert.ts'

/** The alert and the pledge to it that the address names, as they are now. Whether the reader may know of it is the domain's to say. */
export async function pledgeOf(c: FrontContext): Promise<Result<{ alert: Alert; pledge: Pledge }, Refusal>> {
  const id = PledgeId.safeParse(c.req.param('pledge'))
  const alert = await alertOf(c)
  const pledge = alert && id.success ? await loadPledge(alertStore(c), alert.id, id.data) : null
  if (!alert || !pledge) return refuse({ code: 'not_found' })
  return ok({ alert, pledge })
}

/** The need that the address names, or null where that is no id. */
export const needIn = (c: FrontContext): NeedId | null => NeedId.safeParse(c.req.param('need')).data ?? null

/** The organisations that pledged, as they are now, to be shown with their pledges. */
export async function contextOf(c: FrontContext, pledges: readonly Pledge[]): Promise<AlertContext> {
  const { database, now } = c.var.dependencies
  const organisations = await loadOrganisations(database, [...new Set(pledges.map(({ organisationId }) => organisationId))])
  return { organisations: new Map(organisations.map((one) => [one.id, one])), now: now() }
}
