import { ok, type Refusal, refuse, type Result } from '@kunak/contracts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { hasRole, refuseStranger } from '../identity/index.ts'
import { emptyProfile } from './empty-profile.ts'
import { viewOrganisation } from './view-organisation.ts'

/**
 * An organisation leaves, by its steward or, unless it is vetted, by a coordinator: nothing of its profile is kept, it belongs to no
 * circle any more, and what remains says only that something was here. Refuses what is not hers to see or to take out: a vetted one
 * two coordinators must suspend first, so that nobody alone can empty the network.
 */
export function removeOrganisation(viewer: Viewer, before: Organisation, now: Date): Result<Organisation, Refusal> {
  if (viewOrganisation(viewer, before, now) === null) return refuse({ code: 'not_found' })
  const mayRemove = hasRole(viewer, before.id, 'steward') || (viewer.isCoordinator && before.standing !== 'vetted')
  if (!mayRemove) return refuseStranger(viewer)
  return ok(emptiedOrganisation(before))
}

/** An applicant for whom nobody came in time: nothing of it is kept either. */
export function forgetApplicant(before: Organisation): Organisation {
  return emptiedOrganisation(before)
}

function emptiedOrganisation(before: Organisation): Organisation {
  const gone = { standing: 'left', audienceCircle: null } as const
  const profile = { ...emptyProfile, names: { und: '—' }, audiences: before.profile.audiences }
  return { ...before, ...gone, circles: [], version: before.version + 1, profile }
}
