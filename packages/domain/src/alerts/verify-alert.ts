import { ok, refuse } from '@kunak/contracts'
import { type Alert, lifeHours } from '@kunak/contracts/alerts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { isOwn, refuseStranger } from '../identity/index.ts'
import { type AlertDecision, changed, unchanged } from './alert-change.ts'
import { hoursAfter } from './hours-after.ts'
import { isVerifiable, mayVerify } from './may-of.ts'
import { readsAlert } from './reads-alert.ts'

/**
 * A second person, of another vetted organisation that it does not concern, says that it is so. What waited for her goes out; what was
 * out on one organisation's word may stay. Refuses who may not read it (`not_found`), who is no second person (`needs_another_party`),
 * what has ended (`alert_closed`), and what another organisation has confirmed already (`not_now`).
 */
export function verifyAlert(
  viewer: Viewer,
  before: Alert,
  { organisation, now }: { readonly organisation: Pick<Organisation, 'id' | 'standing'>; readonly now: Date },
): AlertDecision {
  if (!readsAlert(viewer, before)) return refuse({ code: 'not_found' })
  if (!isOwn(viewer, organisation.id)) return refuseStranger(viewer)
  if (before.verified?.by === organisation.id) return ok(unchanged(before))
  if (!mayVerify(viewer, before) || organisation.standing !== 'vetted') return refuse({ code: 'needs_another_party' })
  if (!isVerifiable(before)) return refuse({ code: before.verified ? 'not_now' : 'alert_closed' })
  const at = now.toISOString()
  const verified = { by: organisation.id, personId: viewer.personId, at }
  const data = { by: organisation.id, goesOut: before.state === 'submitted' }
  if (before.state === 'active') return ok(changed(before, { verified, unverifiedUntil: null }, { type: 'alert_verified', data }))
  const out = { state: 'active' as const, activeAt: at, until: hoursAfter(now, lifeHours) }
  return ok(changed(before, { verified, ...out }, { type: 'alert_activated', data }))
}
