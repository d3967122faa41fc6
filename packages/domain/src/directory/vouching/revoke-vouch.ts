import { ok, type OrganisationId, type Refusal, refuse, type Result } from '@kunak/contracts'
import type { Organisation, Vouch } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { hasRole, refuseStranger } from '../../identity/index.ts'
import { viewOrganisation } from '../view-organisation.ts'
import { isLive } from './counting-vouches.ts'

/** A steward takes her organisation's word back, at once and whatever follows from it. Refuses where there is none that counts. */
export function revokeVouch(
  viewer: Viewer,
  from: Organisation,
  { given, to, now }: { readonly given: readonly Vouch[]; readonly to: OrganisationId | null; readonly now: Date },
): Result<Vouch, Refusal> {
  if (viewOrganisation(viewer, from, now) === null) return refuse({ code: 'not_found' })
  if (!hasRole(viewer, from.id, 'steward')) return refuseStranger(viewer)
  const vouch = given.find((one) => one.to === to && isLive(one, now))
  return vouch ? ok({ ...vouch, revokedAt: now.toISOString() }) : refuse({ code: 'not_found' })
}
