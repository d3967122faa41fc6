import { type GuardianRequest, Done, type Person } from '@kunak/contracts/identity'
import { commit } from '@kunak/data'
import { endGuardianRequestWrites, endWardWrite, listGuardianRequests, savePerson } from '@kunak/data/identity'
import { actorOf } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import type { Front, FrontContext } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { onlySignedIn } from '../front-door/only-signed-in.ts'
import { needStepUp } from '../front-door/need-step-up.ts'
import { ownAccount } from '../front-door/own-account.ts'

/** Takes back that somebody is her guardian, or that she asked her to be. */
export const removeGuardian = new Hono<Front>().delete(
  '/guardians/:id',
  onlySignedIn,
  limitRate('change'),
  needStepUp,
  async (c) => {
    const own = ownAccount(c)
    if (!own.ok) return answerRefusal(c, own.refusal)
    const { database, now } = c.var.dependencies
    const { person } = own.value
    const id = c.req.param('id')
    const asked = await listGuardianRequests(database, now(), person.id)
    const request = asked.find((one) => one.id === id)
    const saved = request ? await takeBack(c, request) : await remove(c, person, id)
    return saved === 'done' ? c.json(Done.parse({ status: 'done' })) : answerProblem(c, saved)
  },
)

type Outcome = 'done' | 'not_found' | 'changed_meanwhile'

async function takeBack(c: FrontContext, request: GuardianRequest): Promise<Outcome> {
  const { database, now } = c.var.dependencies
  const saved = await commit(database, now(), { writes: endGuardianRequestWrites(database, request), events: [] })
  return saved.ok ? 'done' : 'not_found'
}

async function remove(c: FrontContext, before: Person, id: string): Promise<Outcome> {
  const { database, now } = c.var.dependencies
  const guardian = before.guardians.find((one) => one === id)
  if (!guardian) return 'not_found'
  const guardians = before.guardians.filter((one) => one !== guardian)
  const saved = await savePerson(database, now(), {
    before,
    after: { ...before, version: before.version + 1, guardians },
    event: { type: 'guardian_removed', actor: actorOf(before), data: { guardianId: guardian } },
    also: [endWardWrite(database, guardian, before.id)],
  })
  return saved.ok ? 'done' : saved.refusal.code
}
