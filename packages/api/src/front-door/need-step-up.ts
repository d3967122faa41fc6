import { createHash } from 'node:crypto'
import { PasskeyAssertion, type Person } from '@kunak/contracts/identity'
import { loadPerson } from '@kunak/data/identity'
import { verifyAuthenticatorCode } from '@kunak/domain/identity'
import { createMiddleware } from 'hono/factory'
import { type Proved, rotateSession } from '../identity/complete-sign-in.ts'
import { answerProblem, answerStepUpNeeded } from './answer-problem.ts'
import type { Front, FrontContext } from './front.ts'
import { refuseTooMany } from './limit-rate.ts'
import { usePasskey } from './use-passkey.ts'

/**
 * Lets an act through only with a proof, made for exactly this act, that it is she who does it: the header `step-up`, holding
 * `passkey <base64url of the assertion as JSON>` for a challenge of `POST /step-up`, or, where she has no passkey, `code 123456` of her
 * authenticator app. Refuses with `step_up_needed` and the act. A proof counts once, and gives her session a fresh token. Stands behind
 * what parses, so that nobody confirms what cannot be done.
 */
export const needStepUp = createMiddleware<Front>(async (c, next) => (await refuseWithoutStepUp(c)) ?? (await next()))

/** The same for a route that only sometimes needs it: the refusal, or null once it is proven. */
export async function refuseWithoutStepUp(c: FrontContext): Promise<Response | null> {
  const { session, viewer, dependencies } = c.var
  if (!session || viewer.personId === null) return answerProblem(c, 'not_signed_in')
  const act = actOf(c.req.raw.method, c.req.url, await c.req.arrayBuffer())
  const proof = proofOf(c.req.header('step-up') ?? '')
  if (proof === null) return answerStepUpNeeded(c, act)
  const refused = proof.by === 'code' ? await refuseTooMany(c, 'code') : null
  if (refused) return refused
  // Somebody may change her account meanwhile, such as she herself on another device: then it is judged again.
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const person = await loadPerson(dependencies.database, viewer.personId)
    const proved = person && (await judge(c, person, { proof, purpose: stepUpPurpose(session.id, act) }))
    if (!proved) break
    const rotated = await rotateSession(c, session, proved)
    if (rotated.ok) return null
  }
  return answerStepUpNeeded(c, act)
}

/** What a challenge for a step-up is good for: one act within one session. */
export const stepUpPurpose = (sessionId: string, act: string): string => `step-up ${sessionId} ${act}`

type Proof = { readonly by: 'passkey'; readonly assertion: PasskeyAssertion } | { readonly by: 'code'; readonly code: string }

/** What the proof proves and changes, where it holds for this person and purpose, or null. */
async function judge(
  c: FrontContext,
  person: Person,
  { proof, purpose }: { readonly proof: Proof; readonly purpose: string },
): Promise<Proved | null> {
  if (proof.by === 'passkey') return usePasskey(c, person, { assertion: proof.assertion, purpose })
  const { secrets, now } = c.var.dependencies
  const { authenticator, passkeys } = person
  if (!authenticator || passkeys.length > 0) return null
  const secret = secrets.unseal(authenticator.secret)
  const lastStep = verifyAuthenticatorCode(proof.code, { secret, lastStep: authenticator.lastStep, now: now() })
  if (lastStep === null) return null
  return { before: person, after: { ...person, version: person.version + 1, authenticator: { ...authenticator, lastStep } } }
}

/** SHA-256, base64url, of the method, the path with its query, and the bytes of the body. */
function actOf(method: string, url: string, body: ArrayBuffer): string {
  const { pathname, search } = new URL(url)
  return createHash('sha256').update(`${method} ${pathname}${search}\n`).update(Buffer.from(body)).digest('base64url')
}

function proofOf(header: string): Proof | null {
  const [, by, said] = /^(passkey|code) ([\w-]{1,12000})$/.exec(header.trim()) ?? []
  if (said === undefined) return null
  if (by === 'code') return { by, code: said }
  try {
    const assertion = PasskeyAssertion.safeParse(JSON.parse(Buffer.from(said, 'base64url').toString('utf8')))
    return assertion.success ? { by: 'passkey', assertion: assertion.data } : null
  } catch {
    return null
  }
}
