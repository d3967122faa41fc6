import { AlertId } from '@kunak/contracts'
import { AlertChanged, type Alert } from '@kunak/contracts/alerts'
import { type AlertStore, loadAlert, saveAlert } from '@kunak/data/alerts'
import type { AlertDecision } from '@kunak/domain/alerts'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import type { FrontContext } from '../front-door/front.ts'

/** What reads and writes the alerts of this house. */
export const alertStore = ({ var: { dependencies } }: FrontContext): AlertStore => dependencies

/** The alert that the address names, or null where there is none. Whether the reader may know of it is the domain's to say. */
export async function alertOf(c: FrontContext): Promise<Alert | null> {
  const id = AlertId.safeParse(c.req.param('alert'))
  return id.success ? loadAlert(alertStore(c), id.data) : null
}

// Somebody may change it at the same moment: then it is decided again.
const mostAttempts = 5

/**
 * The story of every change of an alert: load it, let the domain decide, save it with its event, and decide again where somebody was
 * faster. With `version`, it changes only what she was looking at.
 */
export async function changeAlert(
  c: FrontContext,
  decide: (before: Alert, now: Date) => AlertDecision | Promise<AlertDecision>,
  { version }: { readonly version?: number } = {},
) {
  const { viewer, dependencies } = c.var
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const now = dependencies.now()
    const before = await alertOf(c)
    if (!before) return answerProblem(c, 'not_found')
    const decided = await decide(before, now)
    if (!decided.ok) return answerRefusal(c, decided.refusal)
    if (version !== undefined && version !== before.version) return answerProblem(c, 'changed_meanwhile')
    const { after, event } = decided.value
    const saved = await saveAlert(alertStore(c), now, { before, after, event: { ...event, actor: viewer.actor } })
    if (saved.ok) return c.json(AlertChanged.parse({ id: after.id, version: after.version, state: after.state }))
  }
  return answerProblem(c, 'changed_meanwhile')
}
