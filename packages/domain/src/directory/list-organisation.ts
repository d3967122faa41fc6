import { ok, type OrganisationId, type Refusal, refuse, type Result } from '@kunak/contracts'
import type { NewOrganisation, Organisation } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { refuseStranger } from '../identity/index.ts'
import { checkProfile } from './check-profile.ts'
import { newOrganisation } from './new-organisation.ts'

/** Lists an organisation that a coordinator knows. Refuses anybody else, and names the fields that break a rule. */
export function listOrganisation(
  viewer: Viewer,
  { standing, profile }: NewOrganisation,
  context: { readonly id: OrganisationId; readonly now: Date },
): Result<Organisation, Refusal> {
  if (!viewer.isCoordinator) return refuseStranger(viewer)
  const fields = checkProfile(profile, context.now).map((refused) => ({ ...refused, field: `/profile${refused.field}` }))
  if (fields.length > 0) return refuse({ code: 'invalid', fields })
  return ok(newOrganisation({ standing, profile }, context))
}
