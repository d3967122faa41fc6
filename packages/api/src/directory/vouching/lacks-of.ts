import type { Lack, Organisation } from '@kunak/contracts/directory'
import type { OrganisationPeople } from '@kunak/contracts/identity'
import type { SupportedOrganisations } from '@kunak/domain/directory'

/** What an organisation lacks to be vetted, or to stay so. Founding ones and those that the operator vouches for lack nothing. */
export function lacksOf(
  organisation: Pick<Organisation, 'standing' | 'standsOnVouches'>,
  { support, people }: { readonly support: ReturnType<SupportedOrganisations['of']>; readonly people: OrganisationPeople },
): Lack[] {
  const isVetted = organisation.standing === 'vetted'
  if (isVetted && !organisation.standsOnVouches) return []
  const stewards = people.people.filter(({ role }) => role === 'steward').length
  return [...support.lacks, ...(stewards < 2 ? (['two_stewards'] as const) : []), ...(isVetted ? [] : (['coordinator'] as const))]
}
