import { GuardianRequestId } from '@kunak/contracts'
import { AskGuardian, Done, mostGuardianRequests } from '@kunak/contracts/identity'
import { commit } from '@kunak/data'
import { guardianRequestWrites, listGuardianRequests } from '@kunak/data/identity'
import { actorOf } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { onlySignedIn } from '../front-door/only-signed-in.ts'
import { needStepUp } from '../front-door/need-step-up.ts'
import { ownAccount } from '../front-door/own-account.ts'
import { body, onlyJson } from '../front-door/parse.ts'

/**
 * Asks whoever has an address to be her guardian. Whether anybody has it is not looked up here: the answer is the same, and who has an
 * account finds the asking in it.
 */
export const askGuardian = new Hono<Front>().post(
  '/guardians',
  onlySignedIn,
  limitRate('change'),
  onlyJson,
  body(AskGuardian),
  needStepUp,
  async (c) => {
    const own = ownAccount(c)
    if (!own.ok) return answerRefusal(c, own.refusal)
    const { database, secrets, now, newId } = c.var.dependencies
    const { person } = own.value
    const asked = await listGuardianRequests(database, now(), person.id)
    if (person.guardians.length >= 2 || asked.length >= mostGuardianRequests) return answerProblem(c, 'too_many_guardians')
    const { mail } = c.req.valid('json')
    const id = GuardianRequestId.parse(newId())
    const request = {
      id,
      personId: person.id,
      mail: secrets.seal(mail),
      mailFingerprint: secrets.fingerprintOfMail(mail),
      askedAt: now().toISOString(),
    }
    const event = {
      type: 'guardian_asked',
      subject: `PERSON#${person.id}`,
      actor: actorOf(person),
      data: { guardianRequestId: id },
    }
    const saved = await commit(database, now(), { writes: guardianRequestWrites(database, request), events: [event] })
    return saved.ok ? c.json(Done.parse({ status: 'done' }), 202) : answerProblem(c, saved.refusal.code)
  },
)
