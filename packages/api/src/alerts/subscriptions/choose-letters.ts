import { LetterChoice, mostRules } from '@kunak/contracts/alerts'
import { Done } from '@kunak/contracts/identity'
import { commit } from '@kunak/data'
import { loadSubscription, subscriptionWrite } from '@kunak/data/alerts'
import { findPersonByMail, personUnchanged } from '@kunak/data/identity'
import { readStopToken } from '@kunak/data/letters'
import { withLettersFor } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import { answerProblem } from '../../front-door/answer-problem.ts'
import type { Front } from '../../front-door/front.ts'
import { limitRate } from '../../front-door/limit-rate.ts'
import { body, onlyJson } from '../../front-door/parse.ts'

/**
 * Says by the link in a letter of which alerts letters come, and when: whoever reads her mail may have the link, so it answers the same
 * bytes whatever there is, tells nothing of what she has chosen, turns no letters on, and touches nothing that does not come by mail.
 */
export const chooseLetters = new Hono<Front>().put(
  '/stop-letters/:token/choice',
  limitRate('change'),
  onlyJson,
  body(LetterChoice),
  async (c) => {
    const { database, secrets, now } = c.var.dependencies
    const mailFingerprint = readStopToken(secrets, c.req.param('token'))
    if (mailFingerprint === null) return answerProblem(c, 'not_found')
    const person = await findPersonByMail(database, mailFingerprint)
    const { rule, hours } = c.req.valid('json')
    if (person) {
      const before = await loadSubscription(database, person.id)
      const rules = withLettersFor(before.rules, rule).slice(0, mostRules)
      const saved = await commit(database, now(), {
        writes: [personUnchanged(database, person), subscriptionWrite(database, { ...before, ...hours, rules, isChosen: true })],
        events: [{ type: 'subscription_set', subject: `PERSON#${person.id}`, actor: null, data: { by: 'letter' } }],
      })
      if (!saved.ok) return answerProblem(c, 'changed_meanwhile')
    }
    return c.json(Done.parse({ status: 'done' }), 200, { 'cache-control': 'no-store' })
  },
)
