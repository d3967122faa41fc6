import { AlertDraft, DraftDiscarded, EditDraft } from '@kunak/contracts/alerts'
import { discardDraft } from '@kunak/data/alerts'
import { editDraft as decide, mayEditDraft } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { body, onlyJson } from '../front-door/parse.ts'
import { alertOf, alertStore, changeAlert } from './change-alert.ts'

/** A draft, for its writer alone: she goes on with it, for the version that `If-Match` names, or throws it away. */
export const editDraft = new Hono<Front>()
  .get('/alerts/:alert/content', async (c) => {
    const draft = await alertOf(c)
    if (!draft) return answerProblem(c, 'not_found')
    const may = mayEditDraft(c.var.viewer, draft)
    if (!may.ok) return answerRefusal(c, may.refusal)
    const { id, version, raisedBy, isExercise, content } = draft
    return c.json(AlertDraft.parse({ id, version, raisedBy, isExercise, content }))
  })
  .put('/alerts/:alert', limitRate('change'), onlyJson, body(EditDraft), (c) => {
    const version = /^"(\d{1,9})"$/.exec(c.req.header('if-match') ?? '')?.[1]
    if (version === undefined) return answerProblem(c, 'precondition_required')
    const decided = (before: Parameters<typeof decide>[1], now: Date) =>
      decide(c.var.viewer, before, { ...c.req.valid('json'), now })
    return changeAlert(c, decided, { version: Number(version) })
  })
  .delete('/alerts/:alert', limitRate('change'), async (c) => {
    const draft = await alertOf(c)
    if (!draft) return answerProblem(c, 'not_found')
    const may = mayEditDraft(c.var.viewer, draft)
    if (!may.ok) return answerRefusal(c, may.refusal)
    const gone = await discardDraft(alertStore(c), c.var.dependencies.now(), { draft, actor: c.var.viewer.actor })
    return gone.ok ? c.json(DraftDiscarded.parse({ id: draft.id })) : answerProblem(c, gone.refusal.code)
  })
