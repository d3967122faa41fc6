import { FactorAdded, TypedCode } from '@kunak/contracts/identity'
import { endPendingAuthenticatorWrite, loadPendingAuthenticator } from '@kunak/data/identity'
import { verifyAuthenticatorCode } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { onlyWithSession } from '../front-door/only-signed-in.ts'
import { ownAccount } from '../front-door/own-account.ts'
import { body, onlyJson } from '../front-door/parse.ts'
import { completeEnrolment } from './complete-enrolment.ts'

/** The first code shows that the app has the secret: from then on it is a second factor. */
export const confirmAuthenticator = new Hono<Front>().post(
  '/authenticator/confirmation',
  onlyWithSession,
  limitRate('change'),
  onlyJson,
  body(TypedCode),
  async (c) => {
    const own = ownAccount(c, { mayEnrol: true })
    if (!own.ok) return answerRefusal(c, own.refusal)
    const { database, secrets, now } = c.var.dependencies
    const { session } = own.value
    const secret = await loadPendingAuthenticator(database, now(), session)
    if (secret === null) return answerProblem(c, 'not_found')
    const said = { secret: secrets.unseal(secret), lastStep: 0, now: now() }
    const lastStep = verifyAuthenticatorCode(c.req.valid('json').code, said)
    if (lastStep === null) return answerRefusal(c, { code: 'invalid', fields: [{ field: '/code', code: 'wrong_code' }] })
    const also = [endPendingAuthenticatorWrite(database, session)]
    const added = await completeEnrolment(c, own.value, { factor: { authenticator: { secret, lastStep } }, also })
    return added.ok ? c.json(FactorAdded.parse(added.value)) : answerRefusal(c, added.refusal)
  },
)
