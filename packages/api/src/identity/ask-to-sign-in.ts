import { AskToSignIn, SignInAsked } from '@kunak/contracts/identity'
import { commit } from '@kunak/data'
import { hashOf, newToken, signInWrite } from '@kunak/data/identity'
import { Hono } from 'hono'
import { answerProblem } from '../front-door/answer-problem.ts'
import { giveAskingToken } from '../front-door/asking-cookie.ts'
import type { Front } from '../front-door/front.ts'
import { refuseTooMany } from '../front-door/limit-rate.ts'
import { body, onlyJson } from '../front-door/parse.ts'

/**
 * Asks for a letter to sign in with. Whether anybody has the address is looked up by the worker that writes the letter, after this
 * answer: so it is the same, and takes the same, for every address. A store that cannot count lets no letter go.
 */
export const askToSignIn = new Hono<Front>().post('/sign-in', onlyJson, body(AskToSignIn), async (c) => {
  const { database, secrets, now } = c.var.dependencies
  const { mail, locale } = c.req.valid('json')
  const mailFingerprint = secrets.fingerprintOfMail(mail)
  const refused = (await refuseTooMany(c, 'sign_in')) ?? (await refuseTooMany(c, 'sign_in_address', mailFingerprint))
  if (refused) return refused
  const token = newToken()
  const hash = hashOf(token)
  const saved = await commit(database, now(), {
    writes: [signInWrite(database, { hash, mailFingerprint, locale, startedAt: now().toISOString(), personId: null })],
    events: [{ type: 'sign_in_asked', subject: `SIGN_IN#${hash}`, actor: null, data: {} }],
  })
  if (!saved.ok) return answerProblem(c, saved.refusal.code)
  giveAskingToken(c, token)
  return c.json(SignInAsked.parse({ status: 'asked' }), 202)
})
