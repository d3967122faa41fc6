import { ok, type Refusal, refuse, type Result } from '@kunak/contracts'
import { Done, type GuardianRequest } from '@kunak/contracts/identity'
import { commit } from '@kunak/data'
import { endGuardianRequestWrites, listGuardianRequestsTo, loadPerson, savePerson, wardWrite } from '@kunak/data/identity'
import { actorOf } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import type { Front, FrontContext } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { onlySignedIn } from '../front-door/only-signed-in.ts'
import { type Own, ownAccount } from '../front-door/own-account.ts'

/** Says yes or no to somebody who asks the reader to be her guardian. */
export const answerGuardianRequest = new Hono<Front>()
  .post('/guardian-requests/:id/acceptance', onlySignedIn, limitRate('change'), async (c) => {
    const asked = await requestOf(c)
    if (!asked.ok) return answerRefusal(c, asked.refusal)
    const { database, now } = c.var.dependencies
    const { request, person } = asked.value
    const before = await loadPerson(database, request.personId)
    if (!before) return answerProblem(c, 'not_found')
    if (before.guardians.length >= 2 || before.guardians.includes(person.id)) return answerProblem(c, 'not_found')
    const saved = await savePerson(database, now(), {
      before,
      after: { ...before, version: before.version + 1, guardians: [...before.guardians, person.id] },
      event: { type: 'guardian_accepted', actor: actorOf(person), data: {} },
      also: [...endGuardianRequestWrites(database, request), wardWrite(database, person.id, before.id)],
    })
    return saved.ok ? c.json(Done.parse({ status: 'done' })) : answerProblem(c, saved.refusal.code)
  })
  .delete('/guardian-requests/:id', onlySignedIn, limitRate('change'), async (c) => {
    const asked = await requestOf(c)
    if (!asked.ok) return answerRefusal(c, asked.refusal)
    const { database, now } = c.var.dependencies
    const saved = await commit(database, now(), { writes: endGuardianRequestWrites(database, asked.value.request), events: [] })
    return saved.ok ? c.json(Done.parse({ status: 'done' })) : answerProblem(c, 'not_found')
  })

async function requestOf(c: FrontContext): Promise<Result<Own & { readonly request: GuardianRequest }, Refusal>> {
  const own = ownAccount(c)
  if (!own.ok) return own
  const { database, now } = c.var.dependencies
  const { person } = own.value
  const requests = await listGuardianRequestsTo(database, now(), person.mailFingerprint)
  const request = requests.find(({ id, personId }) => id === c.req.param('id') && personId !== person.id)
  return request ? ok({ ...own.value, request }) : refuse({ code: 'not_found' })
}
