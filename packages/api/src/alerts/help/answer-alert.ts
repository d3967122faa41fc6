import { AlertAnswered, AnswerAlert } from '@kunak/contracts/alerts'
import { loadAnswer, saveAnswer } from '@kunak/data/alerts'
import { answerAlert as decide } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../../front-door/answer-problem.ts'
import type { Front } from '../../front-door/front.ts'
import { limitRate } from '../../front-door/limit-rate.ts'
import { body, onlyJson } from '../../front-door/parse.ts'
import { untilSaved } from '../../front-door/until-saved.ts'
import { alertOf, alertStore } from '../change-alert.ts'

/** Somebody who was asked says that she has seen it, can help, or cannot; said again it replaces what she has said. */
export const answerAlert = new Hono<Front>().post(
  '/alerts/:alert/answer',
  limitRate('change'),
  onlyJson,
  body(AnswerAlert),
  (c) =>
    untilSaved(c, async () => {
      const { viewer, dependencies } = c.var
      const now = dependencies.now()
      const said = c.req.valid('json')
      const alert = await alertOf(c)
      if (!alert) return answerProblem(c, 'not_found')
      const before = viewer.personId && (await loadAnswer(alertStore(c), alert.id, viewer.personId))
      const decided = decide(viewer, alert, { ...said, before: before || null, now })
      if (!decided.ok) return answerRefusal(c, decided.refusal)
      const after = decided.value
      const isSaved =
        after === null || (await saveAnswer(alertStore(c), now, { alertId: alert.id, after, actor: viewer.actor })).ok
      return isSaved ? c.json(AlertAnswered.parse({ id: alert.id, answer: said.answer })) : null
    }),
)
