import { PersonId } from '@kunak/contracts'
import { Done } from '@kunak/contracts/identity'
import { loadPerson, savePerson } from '@kunak/data/identity'
import { actorOf, recoveryProgress } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { onlySignedIn } from '../front-door/only-signed-in.ts'
import { needStepUp } from '../front-door/need-step-up.ts'
import { ownAccount } from '../front-door/own-account.ts'
import { untilSaved } from '../front-door/until-saved.ts'

/** A guardian says that it is really she who asks for her account back. She should have spoken with her first. */
export const confirmRecovery = new Hono<Front>().post(
  '/wards/:id/confirmation',
  onlySignedIn,
  limitRate('change'),
  needStepUp,
  async (c) => {
    const own = ownAccount(c)
    if (!own.ok) return answerRefusal(c, own.refusal)
    const { database, now } = c.var.dependencies
    const { person } = own.value
    const id = PersonId.safeParse(c.req.param('id'))
    // The other guardian may confirm at the same moment; then it is decided anew on what she has written.
    return untilSaved(c, async () => {
      const before = id.success ? await loadPerson(database, id.data) : null
      if (!before?.recovery || !before.guardians.includes(person.id) || !recoveryProgress(before, now()))
        return answerProblem(c, 'not_found')
      const { startedAt, confirmedBy } = before.recovery
      if (confirmedBy.includes(person.id)) return c.json(Done.parse({ status: 'done' }))
      const recovery = { startedAt, confirmedBy: [...confirmedBy.filter((one) => before.guardians.includes(one)), person.id] }
      const saved = await savePerson(database, now(), {
        before,
        after: { ...before, version: before.version + 1, recovery },
        event: { type: 'recovery_confirmed', actor: actorOf(person), data: {} },
      })
      return saved.ok ? c.json(Done.parse({ status: 'done' })) : null
    })
  },
)
