import { SignInStep } from '@kunak/contracts/identity'
import { endSignInWrite, savePerson } from '@kunak/data/identity'
import { recoveryProgress } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerProblem } from '../front-door/answer-problem.ts'
import { takeAskingToken } from '../front-door/asking-cookie.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { completeSignIn } from './complete-sign-in.ts'
import { provedSignIn } from './proved-sign-in.ts'

/**
 * After the mail, asks her guardians to give the account back, or, once both have confirmed and the notice of 72 hours is over, begins
 * the session in which she puts a new factor in place of the lost ones. While it runs, every session of hers can stop it.
 */
export const recoverByGuardians = new Hono<Front>().post('/sign-in/recovery', limitRate('change'), async (c) => {
  const { database, now } = c.var.dependencies
  const proved = await provedSignIn(c, { isTry: false })
  if (!proved) return answerProblem(c, 'proof_refused')
  const { person, signIn } = proved
  const progress = recoveryProgress(person, now())
  if (progress?.isReady) {
    const also = [endSignInWrite(database, signIn.hash)]
    const signedIn = await completeSignIn(c, { before: person, via: 'recovery', kind: 'enrolling', also })
    if (!signedIn.ok) return answerProblem(c, signedIn.refusal.code)
    takeAskingToken(c)
    return c.json(SignInStep.parse({ next: 'enrol' }))
  }
  if (progress) return c.json(SignInStep.parse({ next: 'second_factor' }))
  if (person.guardians.length < 2) return answerProblem(c, 'no_guardians')
  const recovery = { startedAt: now().toISOString(), confirmedBy: [] }
  const started = await savePerson(database, now(), {
    before: person,
    after: { ...person, version: person.version + 1, recovery },
    event: { type: 'recovery_started', actor: null, data: {} },
  })
  return started.ok ? c.json(SignInStep.parse({ next: 'second_factor' })) : answerProblem(c, started.refusal.code)
})
