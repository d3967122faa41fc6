import { RecoveryCode } from '@kunak/contracts/identity'
import { hashOfRecoveryCode, newRecoveryCode } from '@kunak/data/identity'
import { actorOf, justAfter } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { onlySignedIn } from '../front-door/only-signed-in.ts'
import { needStepUp } from '../front-door/need-step-up.ts'
import { ownAccount } from '../front-door/own-account.ts'
import { rotateSession } from './complete-sign-in.ts'

/** A new recovery code in place of the old one, shown this once. It ends every other session: one may have come by the old code. */
export const renewRecoveryCode = new Hono<Front>().post(
  '/recovery-code',
  onlySignedIn,
  limitRate('change'),
  needStepUp,
  async (c) => {
    const own = ownAccount(c)
    if (!own.ok) return answerRefusal(c, own.refusal)
    const { person: before, session } = own.value
    const code = newRecoveryCode()
    const recoveryCode = hashOfRecoveryCode(code)
    const sessionsFrom = justAfter(c.var.dependencies.now())
    const events = [{ type: 'recovery_code_renewed', subject: `PERSON#${before.id}`, actor: actorOf(before), data: {} }]
    const after = { ...before, version: before.version + 1, recoveryCode, sessionsFrom }
    const saved = await rotateSession(c, session, { before, after, events })
    return saved.ok ? c.json(RecoveryCode.parse({ recoveryCode: code })) : answerRefusal(c, saved.refusal)
  },
)
