import { ok, type Refusal, refuse, type Result } from '@kunak/contracts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { isOwn, refuseStranger } from '../identity/index.ts'
import { viewOrganisation } from './view-organisation.ts'

/** "Nothing has changed": one of its own people says that the profile is right, and it is fresh again. */
export function assureProfile(viewer: Viewer, before: Organisation, now: Date): Result<Organisation, Refusal> {
  if (viewOrganisation(viewer, before, now) === null) return refuse({ code: 'not_found' })
  if (!isOwn(viewer, before.id)) return refuseStranger(viewer)
  return ok({ ...before, version: before.version + 1, assuredAt: now.toISOString() })
}
