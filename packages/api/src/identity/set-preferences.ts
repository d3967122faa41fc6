import { AccountChanged, AccountPreferences } from '@kunak/contracts/identity'
import { loadPerson, savePerson } from '@kunak/data/identity'
import { refuseStranger } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { body, onlyJson } from '../front-door/parse.ts'
import { untilSaved } from '../front-door/until-saved.ts'

/** A person says what colleagues call her, in which language she reads, and whether she wants letters. */
export const setPreferences = new Hono<Front>().put(
  '/account',
  limitRate('change'),
  onlyJson,
  body(AccountPreferences),
  async (c) => {
    const { viewer, dependencies } = c.var
    const { database, secrets, now } = dependencies
    const { personId } = viewer
    if (personId === null) return answerRefusal(c, refuseStranger(viewer).refusal)
    const { name, locale, wantsLetters } = c.req.valid('json')
    // Whatever else changes her account at this moment changes other things of it, so it is simply done again.
    return untilSaved(c, async () => {
      const before = await loadPerson(database, personId)
      if (!before) return answerRefusal(c, refuseStranger(viewer).refusal)
      const after = {
        ...before,
        version: before.version + 1,
        name: name === '' ? null : secrets.seal(name),
        locale,
        wantsLetters,
      }
      const event = { type: 'preferences_set', actor: viewer.actor, data: { wantsLetters } }
      const saved = await savePerson(database, now(), { before, after, event })
      return saved.ok ? c.json(AccountChanged.parse({ status: 'done' })) : null
    })
  },
)
