import { AlertId } from '@kunak/contracts'
import { AlertChanged, type Alert } from '@kunak/contracts/alerts'
import type { Write } from '@kunak/data'
import { type AlertStore, loadAlert, saveAlert } from '@kunak/data/alerts'
import { alertAsOf, type AlertDecision } from '@kunak/domain/alerts'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import type { FrontContext } from '../front-door/front.ts'
import { untilSaved } from '../front-door/until-saved.ts'

/** What reads and writes the alerts of this house. */
export const alertStore = ({ var: { dependencies } }: FrontContext): AlertStore => dependencies

/** The alert that the address names, as it is now, or null where there is none. Whether the reader may know of it is the domain's to say. */
export async function alertOf(c: FrontContext): Promise<Alert | null> {
  const id = AlertId.safeParse(c.req.param('alert'))
  const alert = id.success ? await loadAlert(alertStore(c), id.data) : null
  return alert && alertAsOf(alert, c.var.dependencies.now())
}

/** Answers which alert it is and how it stands now. */
export const answerChanged = (c: FrontContext, { id, version, state }: Alert, status: 200 | 201 = 200) =>
  c.json(AlertChanged.parse({ id, version, state }), status)

/**
 * The story of every change of an alert: load it, let the domain decide, save it with its event, and decide again where somebody was
 * faster. What is as asked already is answered as it is, and nothing happens twice. With `version`, it changes only what she was
 * looking at.
 */
export function changeAlert(
  c: FrontContext,
  decide: (before: Alert, now: Date) => Decided | Promise<Decided>,
  { version }: { readonly version?: number } = {},
): Promise<Response> {
  const { viewer, dependencies } = c.var
  return untilSaved(c, async () => {
    const now = dependencies.now()
    const before = await alertOf(c)
    if (!before) return answerProblem(c, 'not_found')
    const decided = await decide(before, now)
    if (!decided.ok) return answerRefusal(c, decided.refusal)
    if (version !== undefined && version !== before.version) return answerProblem(c, 'changed_meanwhile')
    const { after, event } = decided.value
    if (!event) return answerChanged(c, after)
    const also = decided.also ?? []
    const saved = await saveAlert(alertStore(c), now, { before, after, event: { ...event, actor: viewer.actor }, also })
    return saved.ok ? answerChanged(c, after) : null
  })
}

/** What was decided, with what else is written in its transaction. */
type Decided = AlertDecision & { readonly also?: readonly Write[] }
