import { newUlid, PersonId } from '@kunak/contracts'
import { hasSecondFactor, MailProof, type Person, type SignIn, SignInStep } from '@kunak/contracts/identity'
import { commit } from '@kunak/data'
import {
  countTry,
  endSignInWrite,
  findPersonByMail,
  hashOf,
  invitationsFor,
  isProof,
  loadSignIn,
  newToken,
  signInWrite,
} from '@kunak/data/identity'
import { hasStoppedLetters } from '@kunak/data/letters'
import { isLocalMailProvider, newPerson } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerProblem } from '../front-door/answer-problem.ts'
import { askingHashOf, giveAskingToken, takeAskingToken } from '../front-door/asking-cookie.ts'
import type { Front, FrontContext } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { body, onlyJson } from '../front-door/parse.ts'
import { completeSignIn } from './complete-sign-in.ts'

/**
 * Proves the mail address by what the letter says, in the browser that asked for it, once. What is wrong, used, too old or another's is
 * refused in the same words. Then an account without a second factor gets an enrolling session; one that has it is asked for it.
 */
export const confirmSignIn = new Hono<Front>().post(
  '/sign-in/confirmation',
  limitRate('change'),
  onlyJson,
  body(MailProof),
  async (c) => {
    const { database, secrets, now } = c.var.dependencies
    const hash = askingHashOf(c)
    let signIn = hash && (await countTry(database, now(), hash))
    if (!signIn || signIn.personId !== null || !isProof(secrets, signIn.hash, c.req.valid('json')))
      return answerProblem(c, 'proof_refused')
    // Somebody's account may change meanwhile; where the same letter was used meanwhile, it is gone at the next look.
    for (let attempt = 1; signIn && attempt <= 3; attempt += 1) {
      const next = await goOn(c, signIn)
      if (next) return c.json(SignInStep.parse({ next }))
      signIn = await loadSignIn(database, now(), signIn.hash)
    }
    return answerProblem(c, 'proof_refused')
  },
)

/** Uses the asking up; null where somebody was faster. */
async function goOn(c: FrontContext, signIn: SignIn): Promise<SignInStep['next'] | null> {
  const { database, now } = c.var.dependencies
  const before = await findPersonByMail(database, signIn.mailFingerprint)
  const used = endSignInWrite(database, signIn.hash)
  if (before && hasSecondFactor(before)) return await carryOn(c, signIn, before)
  const person = before ?? (await invitedPerson(c, signIn))
  if (!person) {
    const saved = await commit(database, now(), { writes: [used], events: [] })
    if (saved.ok) takeAskingToken(c)
    return saved.ok ? 'nothing_here' : null
  }
  const events = before ? [] : [{ type: 'account_created', subject: `PERSON#${person.id}`, actor: null, data: {} }]
  const account = { before: person, isNew: before === null }
  const signedIn = await completeSignIn(c, { ...account, via: 'mail', kind: 'enrolling', also: [used], events })
  if (signedIn.ok) takeAskingToken(c)
  return signedIn.ok ? 'enrol' : null
}

/** Keeps the proof for the second factor, under a token that nobody has seen who has seen the first. */
async function carryOn(c: FrontContext, signIn: SignIn, { id: personId }: Person): Promise<'second_factor' | null> {
  const { database, now } = c.var.dependencies
  const token = newToken()
  const proved: SignIn = { ...signIn, hash: hashOf(token), startedAt: now().toISOString(), personId }
  const writes = [endSignInWrite(database, signIn.hash), signInWrite(database, proved)]
  if (!(await commit(database, now(), { writes, events: [] })).ok) return null
  giveAskingToken(c, token)
  return 'second_factor'
}

/** The account of somebody who is invited and has none yet; nobody else comes to have one this way. */
async function invitedPerson(c: FrontContext, { mailFingerprint, locale }: SignIn): Promise<Person | null> {
  const { database, secrets, now } = c.var.dependencies
  const [invitation] = await invitationsFor(database, now(), mailFingerprint)
  if (!invitation) return null
  const { mail } = invitation
  const wantsLetters = !isLocalMailProvider(secrets.unseal(mail)) && !(await hasStoppedLetters(database, mailFingerprint))
  const id = PersonId.parse(newUlid(now().getTime()))
  return newPerson({ id, mail, mailFingerprint, actorNonce: newToken(), locale, wantsLetters }, now())
}
