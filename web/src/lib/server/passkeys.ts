import { type FactorAdded, type SignInStep } from '@kunak/contracts/identity'
import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { formText } from '../form-text.ts'
import { afterProof } from './after-proof.ts'
import { askApi } from './ask-api.ts'
import { readForm } from './read-form.ts'
import { proofIn, stepUpFor } from './step-up.ts'

/** What `passkey-list.svelte` and `passkey-add.svelte` send. */
export const passkeyActions = {
  /** A first passkey is answered with the recovery code, which is shown this once; any other leads back. */
  addPasskey: async (event: RequestEvent) => {
    const form = await readForm(event)
    const name = formText(form, 'passkeyName')
    const json = { attestation: passkeyIn(form), name }
    const answer = await askApi<FactorAdded>(event, '/passkeys', { method: 'POST', json, proof: proofIn(form) })
    if (answer.ok && answer.value.recoveryCode !== null) return { recoveryCode: answer.value.recoveryCode }
    if (answer.ok) redirect(303, `${event.url.pathname}?done=passkey_added`)
    const stepUp = await stepUpFor(event, form, answer)
    if (stepUp) return fail(stepUp.status, { stepUp })
    const { status, title, errors = [] } = answer.refusal
    return fail(status, { passkeyRefused: errors[0]?.message ?? title, passkeyName: name })
  },
  renamePasskey: async (event: RequestEvent) => {
    const form = await readForm(event)
    const json = { name: formText(form, 'name') }
    const answer = await askApi(event, passkeyPath(form), { method: 'PUT', json })
    if (answer.ok) redirect(303, `${event.url.pathname}?done=passkey_renamed`)
    const { status, title, errors = [] } = answer.refusal
    return fail(status, { passkeyRefused: errors[0]?.message ?? title })
  },
  removePasskey: async (event: RequestEvent) => {
    const form = await readForm(event)
    const answer = await askApi(event, passkeyPath(form), { method: 'DELETE', proof: proofIn(form) })
    if (answer.ok) redirect(303, `${event.url.pathname}?done=passkey_removed`)
    const stepUp = await stepUpFor(event, form, answer)
    if (stepUp) return fail(stepUp.status, { stepUp })
    return fail(answer.refusal.status, { passkeyRefused: answer.refusal.title })
  },
}

/** What `passkey-sign-in.svelte` sends: signs in, and leads on. */
export async function signInWithPasskey(event: RequestEvent) {
  const json = passkeyIn(await readForm(event))
  const answer = await askApi<SignInStep>(event, '/sign-in/passkey', { method: 'POST', json })
  if (answer.ok) redirect(303, afterProof(event.locals.locale, answer.value))
  return fail(answer.refusal.status, { passkeyRefused: answer.refusal.title })
}

const passkeyPath = (form: FormData) => `/passkeys/${encodeURIComponent(formText(form, 'id'))}`

/** A passkey's answer as the script has put it into the form; what cannot be read is for the API to refuse. */
function passkeyIn(form: FormData): unknown {
  try {
    return JSON.parse(Buffer.from(formText(form, 'passkey'), 'base64url').toString('utf8'))
  } catch {
    return null
  }
}
