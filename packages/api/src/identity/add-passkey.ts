import { FactorAdded, mostPasskeys, NewPasskey } from '@kunak/contracts/identity'
import { isChallengeOpen, useChallengeWrite } from '@kunak/data/identity'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import { challengeOf } from '../front-door/check-assertion.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { refuseWithoutStepUp } from '../front-door/need-step-up.ts'
import { ownAccount } from '../front-door/own-account.ts'
import { body, onlyJson } from '../front-door/parse.ts'
import { enrolPurpose } from './begin-passkey.ts'
import { checkAttestation } from './check-attestation.ts'
import { completeEnrolment } from './complete-enrolment.ts'

/** A new passkey. As the first factor it makes of an enrolling session a full one; in a full session the act is to be confirmed. */
export const addPasskey = new Hono<Front>().post('/passkeys', limitRate('change'), onlyJson, body(NewPasskey), async (c) => {
  const unproved = c.var.session?.kind === 'full' ? await refuseWithoutStepUp(c) : null
  if (unproved) return unproved
  const own = ownAccount(c, { mayEnrol: true })
  if (!own.ok) return answerRefusal(c, own.refusal)
  const { database, origin, now } = c.var.dependencies
  const { person } = own.value
  if (person.passkeys.length >= mostPasskeys) return answerProblem(c, 'passkeys_full')
  const { attestation, name } = c.req.valid('json')
  const use = { challenge: challengeOf(attestation.response.clientDataJSON) ?? '', purpose: enrolPurpose(person) }
  const isAsked = await isChallengeOpen(database, now(), use)
  const key = isAsked ? await checkAttestation(attestation, { challenge: use.challenge, origin }) : null
  if (!key) return answerRefusal(c, { code: 'invalid', fields: [{ field: '/attestation', code: 'passkey_refused' }] })
  const passkey = { ...key, name, createdAt: now().toISOString(), lastUsedAt: null }
  const also = [useChallengeWrite(database, now(), use)]
  const added = await completeEnrolment(c, own.value, { factor: { passkey }, also })
  return added.ok ? c.json(FactorAdded.parse(added.value), 201) : answerRefusal(c, added.refusal)
})
