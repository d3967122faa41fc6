import { type NeedId, ok, type Refusal, refuse, type Result } from '@kunak/contracts'
import { type Alert, mostNeeds, type Need, type NeedTally } from '@kunak/contracts/alerts'
import type { Viewer } from '@kunak/contracts/identity'
import { refuseStranger } from '../../identity/index.ts'
import { type AlertDecision, changed, unchanged } from '../alert-change.ts'
import { mayLead } from '../may-of.ts'
import { readsAlert } from '../reads-alert.ts'
import { takenOf } from './tally.ts'

/** Those who lead an alert say what else is needed. Under an id that it has already, nothing is added. */
export function addNeed(viewer: Viewer, before: Alert, need: Need): AlertDecision {
  const may = mayChangeNeeds(viewer, before)
  if (!may.ok) return may
  const { needs } = before.content
  if (needs.some(({ id }) => id === need.id)) return ok(unchanged(before))
  if (needs.length >= mostNeeds) return refuse({ code: 'alert_full' })
  return ok(withNeeds(before, [...needs, need]))
}

/**
 * Those who lead an alert say how much is needed now; never less than somebody has offered, promised or brought, which is refused by
 * field with how much that is.
 */
export function changeNeed(
  viewer: Viewer,
  before: Alert,
  { needId, quantity, tally }: { readonly needId: NeedId; readonly quantity: number; readonly tally: NeedTally },
): AlertDecision {
  const may = mayChangeNeeds(viewer, before)
  if (!may.ok) return may
  const { needs } = before.content
  const need = needs.find(({ id }) => id === needId)
  if (!need) return refuse({ code: 'not_found' })
  const taken = takenOf(tally)
  if (quantity < taken) return refuse({ code: 'invalid', fields: [{ field: '/quantity', code: 'less_than_taken', n: taken }] })
  if (need.quantity === quantity) return ok(unchanged(before))
  const changedNeeds = needs.map((one) => (one.id === needId ? { ...one, quantity } : one))
  return ok(withNeeds(before, changedNeeds))
}

function mayChangeNeeds(viewer: Viewer, alert: Alert): Result<undefined, Refusal> {
  if (!readsAlert(viewer, alert)) return refuse({ code: 'not_found' })
  if (!mayLead(viewer, alert)) return refuseStranger(viewer)
  return alert.state === 'active' ? ok(undefined) : refuse({ code: 'alert_closed' })
}

function withNeeds(before: Alert, needs: Need[]) {
  return changed(before, { content: { ...before.content, needs } }, { type: 'alert_needs_changed', data: {} })
}
