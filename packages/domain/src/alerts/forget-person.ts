import type { PersonId } from '@kunak/contracts'
import type { Alert } from '@kunak/contracts/alerts'

/** An alert once somebody has erased her account: it does not say that she wrote or confirmed it. Null where it was a draft of hers. */
export function forgetPerson(alert: Alert, personId: PersonId): Alert | null {
  const { state, version, raiserId, verified } = alert
  if (state === 'draft' && raiserId === personId) return null
  return {
    ...alert,
    version: version + 1,
    raiserId: raiserId === personId ? null : raiserId,
    verified: verified && { ...verified, personId: verified.personId === personId ? null : verified.personId },
  }
}
