import { ok, type Refusal, refuse, type Result } from '@kunak/contracts'
import type { Alert } from '@kunak/contracts/alerts'
import type { Viewer } from '@kunak/contracts/identity'
import { refuseStranger } from '../../identity/index.ts'
import { hoursAfter } from '../hours-after.ts'
import { readsAlert } from '../reads-alert.ts'

/** A reader asks to be reminded in so many hours, if the alert lives then. Refuses who does not read it, and what has ended. */
export function remindOfAlert(
  viewer: Viewer,
  alert: Alert,
  { hours, now }: { readonly hours: number; readonly now: Date },
): Result<string, Refusal> {
  if (!readsAlert(viewer, alert)) return refuse({ code: 'not_found' })
  if (viewer.personId === null) return refuseStranger(viewer)
  return alert.state === 'active' ? ok(hoursAfter(now, hours)) : refuse({ code: 'alert_closed' })
}

/** How long before a step of the ladder those who were asked and have not answered are asked once more, as a part of the time it leaves. */
const lastPart = 1 / 3

/**
 * When those who were asked and have not answered are asked once more: in the last third of the time that the next step of the ladder
 * leaves them. Null where no step is to come.
 */
export function askAgainAt({ state, activeAt, content, stepsTaken }: Alert): string | null {
  const step = content.ladder[stepsTaken]
  if (state !== 'active' || activeAt === null || !step) return null
  const from = content.ladder[stepsTaken - 1]?.afterMinutes ?? 0
  const minutes = step.afterMinutes - (step.afterMinutes - from) * lastPart
  return hoursAfter(activeAt, minutes / 60)
}

/** Whether asking once more is still of use: the alert lives, and too few have said that they can help. */
export function isAskingAgain({ state, content, stepsTaken }: Alert, canHelp: number): boolean {
  const step = content.ladder[stepsTaken]
  return state === 'active' && step !== undefined && canHelp < step.atLeast
}
