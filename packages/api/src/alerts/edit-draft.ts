import { ok, refuse, type Refusal, type Result } from '@kunak/contracts'
import { type Alert, AlertDraft, DraftDiscarded, EditDraft } from '@kunak/contracts/alerts'
import { discardDraft } from '@kunak/data/alerts'
import { editDraft as decide, mayEditDraft } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import type { Front, FrontContext } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { body, onlyJson } from '../front-door/parse.ts'
import { versionNamed } from '../front-door/version-named.ts'
import { alertOf, alertStore, changeAlert } from './change-alert.ts'

/** A draft, for its writer alone: she goes on with it, for the version that `If-Match` names, or throws it away. */
export const editDraft = new Hono<Front>()
  .get('/alerts/:alert/content', async (c) => {
    const draft = await ownDraft(c)
    if (!draft.ok) return answerRefusal(c, draft.refusal)
    const { id, version, raisedBy, isExercise, content } = draft.value
    return c.json(AlertDraft.parse({ id, version, raisedBy, isExercise, content }))
  })
  .put('/alerts/:alert', limitRate('change'), onlyJson, body(EditDraft), (c) => {
    const version = versionNamed(c)
    if (version === null) return answerProblem(c, 'precondition_required')
    return changeAlert(c, (before, now) => decide(c.var.viewer, before, { ...c.req.valid('json'), now }), { version })
  })
  .delete('/alerts/:alert', limitRate('change'), async (c) => {
    const draft = await ownDraft(c)
    if (!draft.ok) return answerRefusal(c, draft.refusal)
    const { viewer, dependencies } = c.var
    const gone = await discardDraft(alertStore(c), dependencies.now(), { draft: draft.value, actor: viewer.actor })
    return gone.ok ? c.json(DraftDiscarded.parse({ id: draft.value.id })) : answerRefusal(c, gone.refusal)
  })

async function ownDraft(c: FrontContext): Promise<Result<Alert, Refusal>> {
  const draft = await alertOf(c)
  if (!draft) return refuse({ code: 'not_found' })
  const may = mayEditDraft(c.var.viewer, draft)
  return may.ok ? ok(draft) : may
}
