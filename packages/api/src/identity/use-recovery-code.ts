import { timingSafeEqual } from 'node:crypto'
import { SignInStep, TypedCode } from '@kunak/contracts/identity'
import { endSignInWrite, hashOfRecoveryCode } from '@kunak/data/identity'
import { Hono } from 'hono'
import { answerProblem } from '../front-door/answer-problem.ts'
import { takeAskingToken } from '../front-door/asking-cookie.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { body, onlyJson } from '../front-door/parse.ts'
import { completeSignIn } from './complete-sign-in.ts'
import { provedSignIn } from './proved-sign-in.ts'

/**
 * After the mail, the code that she wrote down gives a session in which she can put a new factor in place of the lost ones. Until she
 * has, the account stays as it is and the code stays good; all her sessions and her mailbox are told.
 */
export const useRecoveryCode = new Hono<Front>().post(
  '/sign-in/recovery-code',
  limitRate('change'),
  onlyJson,
  body(TypedCode),
  async (c) => {
    const proved = await provedSignIn(c)
    const kept = proved?.person.recoveryCode
    if (!proved || !kept || !isSame(hashOfRecoveryCode(c.req.valid('json').code), kept)) return answerProblem(c, 'proof_refused')
    const { person, signIn } = proved
    const signedIn = await completeSignIn(c, {
      before: person,
      via: 'recovery',
      kind: 'enrolling',
      also: [endSignInWrite(c.var.dependencies.database, signIn.hash)],
      events: [{ type: 'recovery_code_used', subject: `PERSON#${person.id}`, actor: null, data: {} }],
    })
    if (!signedIn.ok) return answerProblem(c, signedIn.refusal.code)
    takeAskingToken(c)
    return c.json(SignInStep.parse({ next: 'enrol' }))
  },
)

const isSame = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
