import type { WholeAlert } from '@kunak/contracts/alerts'
import type { Me } from '@kunak/contracts/identity'

/** For which organisations of hers somebody answers an alert or offers help: those that it is not about. */
export function mayAnswerFor(
  { memberships }: Pick<Me, 'memberships'>,
  { raisedBy, concerns }: Pick<WholeAlert, 'raisedBy' | 'concerns'>,
) {
  return memberships.filter(({ organisationId: id }) => id !== raisedBy?.id && id !== concerns?.id)
}
