import type { PersonId } from '@kunak/contracts'
import type { Alert, Pledge } from '@kunak/contracts/alerts'
import { pledgeOf } from '@kunak/domain/alerts'
import type { ToldEvent } from '@kunak/domain/identity'
import { type AlertStore, listPledges, loadPledge } from '../alerts/index.ts'
import { peopleOfOrganisations } from '../identity/index.ts'

/** Everybody who has pledged something to an alert, whatever has become of it. */
export async function pledgersOf(store: AlertStore, { id }: Pick<Alert, 'id'>): Promise<PersonId[]> {
  const pledges = await listPledges(store, id)
  return (await Promise.all(pledges.map((pledge) => pledgerOf(store, pledge)))).flat()
}

/**
 * Who is told of what has happened to a pledge: those who did not do it, which are `leaders` where the side that pledged did, and both
 * where nobody did.
 */
export async function otherSideOf(
  store: AlertStore,
  event: ToldEvent,
  { alert, leaders }: { readonly alert: Alert; readonly leaders: () => Promise<PersonId[]> },
): Promise<PersonId[]> {
  const id = pledgeOf(event)
  const pledge = id && (await loadPledge(store, alert.id, id))
  if (!pledge) return []
  const by = event.data['by']
  return [...(by === 'lead' ? [] : await leaders()), ...(by === 'pledger' ? [] : await pledgerOf(store, pledge))]
}

/** Who pledged, or, once her account is gone, the stewards of her organisation. */
async function pledgerOf({ database }: AlertStore, { pledgerId, organisationId }: Pledge): Promise<PersonId[]> {
  return pledgerId !== null ? [pledgerId] : peopleOfOrganisations(database, [organisationId], 'steward')
}
