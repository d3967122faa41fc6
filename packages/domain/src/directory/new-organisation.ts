import type { OrganisationId } from '@kunak/contracts'
import type { Organisation, Profile } from '@kunak/contracts/directory'

/** An organisation as it is on its first day, in no circle and founding nothing. */
export function newOrganisation(
  { standing, profile }: { readonly standing: 'applicant' | 'vetted'; readonly profile: Profile },
  { id, now }: { readonly id: OrganisationId; readonly now: Date },
): Organisation {
  const at = now.toISOString()
  return {
    id,
    version: 1,
    standing,
    profile,
    assuredAt: at,
    createdAt: at,
    vettedAt: standing === 'vetted' ? at : null,
    isFounding: false,
    standsOnVouches: false,
    frozen: null,
    lastFrozenAt: null,
    circles: [],
    audienceCircle: null,
  }
}
