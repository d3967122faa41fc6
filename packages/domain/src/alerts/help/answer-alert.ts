import { ok, type Refusal, refuse, type Result } from '@kunak/contracts'
import type { Alert, AlertAnswer, AnswerAlert } from '@kunak/contracts/alerts'
import type { Viewer } from '@kunak/contracts/identity'
import { isOwn, refuseStranger } from '../../identity/index.ts'
import { mayLead } from '../may-of.ts'
import { readsAlert } from '../reads-alert.ts'

/**
 * Somebody who reads an alert says that she has seen it, can help, or cannot; said again it replaces what she has said. Null where it
 * stands so already. Refuses who does not read it (`not_found`), who leads it herself or names an organisation that is not hers
 * (`not_yours`), and what has ended (`alert_closed`).
 */
export function answerAlert(
  viewer: Viewer,
  alert: Alert,
  { before, answer, organisationId, now }: AnswerAlert & { readonly before: AlertAnswer | null; readonly now: Date },
): Result<AlertAnswer | null, Refusal> {
  if (!readsAlert(viewer, alert)) return refuse({ code: 'not_found' })
  const { personId } = viewer
  if (personId === null || mayLead(viewer, alert)) return refuseStranger(viewer)
  const isNobodys = organisationId === null
  if (!isNobodys && !isOwn(viewer, organisationId)) return refuseStranger(viewer)
  if (isNobodys && viewer.memberships.length > 0)
    return refuse({ code: 'invalid', fields: [{ field: '/organisationId', code: 'required' }] })
  if (alert.state !== 'active') return refuse({ code: 'alert_closed' })
  if (before?.answer === answer && before.organisationId === organisationId) return ok(null)
  return ok({ version: (before?.version ?? 0) + 1, personId, organisationId, answer, at: now.toISOString() })
}
