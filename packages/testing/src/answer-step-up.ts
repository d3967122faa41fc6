import type { Problem } from '@kunak/contracts'
import { StepUpWays } from '@kunak/contracts/identity'
import { anAuthenticatorCode } from './an-authenticator-code.ts'
import { passkeyOf, type Someone } from './identities.ts'

/** Asks the same again, with these headers too. */
export type AskAgain = (
  method: string,
  path: string,
  request: { readonly json?: unknown; readonly headers?: Readonly<Record<string, string>> },
) => Promise<Response>

/**
 * The header `step-up` by which somebody confirms the act that a refusal names: an answer of her passkey to a fresh challenge, or, where
 * her account has none, what her authenticator app shows. Null where she was refused for another reason.
 */
export async function answerStepUp(
  refused: Response,
  { who, now, ask }: { readonly who: Someone; readonly now: Date; readonly ask: AskAgain },
): Promise<string | null> {
  if (refused.status !== 403) return null
  const { act } = (await refused.clone().json()) as Problem
  if (act === undefined) return null
  const asked = await ask('POST', '/api/v1/step-up', { json: { act } })
  if (!asked.ok) return null
  const { passkey } = StepUpWays.parse(await asked.json())
  if (!passkey) return `code ${anAuthenticatorCode(now)}`
  return passkeyHeader(passkeyOf(who).answer({ challenge: passkey.challenge }))
}

/** An answer of a passkey as the header `step-up` carries it. */
export const passkeyHeader = (assertion: unknown): string =>
  `passkey ${Buffer.from(JSON.stringify(assertion)).toString('base64url')}`
