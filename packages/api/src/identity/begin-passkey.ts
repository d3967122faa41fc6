import { mostPasskeys, PasskeyCreation, type Person } from '@kunak/contracts/identity'
import { challengeMs, issueChallenge } from '@kunak/data/identity'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import { rpIdOf } from '../front-door/check-assertion.ts'
import type { Front, FrontContext } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { ownAccount } from '../front-door/own-account.ts'
import { algorithms } from './check-attestation.ts'
import { describePasskeys, neutralNameOf } from './describe-passkeys.ts'

/** What her browser needs to make a new passkey. The device's list of them shows a neutral word and nobody's name or address. */
export const beginPasskey = new Hono<Front>().post('/passkeys/options', limitRate('change'), async (c) => {
  const own = ownAccount(c, { mayEnrol: true })
  if (!own.ok) return answerRefusal(c, own.refusal)
  const { person } = own.value
  if (person.passkeys.length >= mostPasskeys) return answerProblem(c, 'passkeys_full')
  const { database, origin, now } = c.var.dependencies
  const name = neutralNameOf(c)
  return c.json(
    PasskeyCreation.parse({
      challenge: await issueChallenge(database, now(), enrolPurpose(person)),
      rp: { id: rpIdOf(origin), name },
      user: { id: userHandleOf(c, person), name, displayName: name },
      pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
      timeout: challengeMs,
      attestation: 'none',
      excludeCredentials: describePasskeys(person),
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    }),
  )
})

/** What a challenge for a new passkey is good for. Of her, not of her session, which gets a fresh token when she confirms. */
export const enrolPurpose = ({ id }: Pick<Person, 'id'>): string => `enrol ${id}`

/** How her passkeys know her: 32 bytes that only we can tell are hers, the same for all of them. */
export function userHandleOf(c: FrontContext, { id }: Pick<Person, 'id'>): string {
  return c.var.dependencies.secrets.tag(`passkeys of ${id}`).toString('base64url')
}
