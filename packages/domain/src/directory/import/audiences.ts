import type { Audience } from '@kunak/contracts'
import { type FieldGroup, fieldGroups, type Profile } from '@kunak/contracts/directory'

/** The same audience for every group of fields. */
export function everybodyAt(audience: Audience): Profile['audiences'] {
  return Object.fromEntries(fieldGroups.map((group) => [group, audience])) as Record<FieldGroup, Audience>
}

/**
 * Who sees what an import brought: the network, until the organisation itself decides; an address only coordinators, because a
 * street is never shown unless the organisation shows it.
 */
export const importedAudiences: Profile['audiences'] = { ...everybodyAt('network'), address: 'coordinators' }
