import { type FactorAdded, type SignInStep } from '@kunak/contracts/identity'
import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { formText } from '../form-text.ts'
import { act, type NotDone } from './act.ts'
import { afterProof } from './after-proof.ts'
import { readForm } from './read-form.ts'

/** What `passkey-list.svelte` and `passkey-add.svelte` send. */
export const passkeyActions = {
  /** A first passkey is answered with the recovery code, which is shown this once; any other leads back. */
  addPasskey: async (event: RequestEvent) => {
    const form = await readForm(event)
    const name = formText(form, 'passkeyName')
    const json = { attestation: passkeyIn(form), name }
    const done = await act<FactorAdded>(event, form, { method: 'POST', path: '/passkeys', json })
    if (!done.ok) return refuse(done, name)
    if (done.value.recoveryCode !== null) return { recoveryCode: done.value.recoveryCode }
    redirect(303, `${event.url.pathname}?done=passkey_added`)
  },
  renamePasskey: async (event: RequestEvent) => {
    const form = await readForm(event)
    const done = await act(event, form, { method: 'PUT', path: passkeyPath(form), json: { name: formText(form, 'name') } })
    if (!done.ok) return refuse(done)
    redirect(303, `${event.url.pathname}?done=passkey_renamed`)
  },
  removePasskey: async (event: RequestEvent) => {
    const form = await readForm(event)
    const done = await act(event, form, { method: 'DELETE', path: passkeyPath(form) })
    if (!done.ok) return refuse(done)
    redirect(303, `${event.url.pathname}?done=passkey_removed`)
  },
}

/** What `passkey-sign-in.svelte` sends: signs in, and leads on. */
export async function signInWithPasskey(event: RequestEvent) {
  const form = await readForm(event)
  const done = await act<SignInStep>(event, form, { method: 'POST', path: '/sign-in/passkey', json: passkeyIn(form) })
  if (!done.ok) return fail(done.status, { passkeyRefused: done.refused.title })
  redirect(303, afterProof(event.locals.locale, done.value))
}

/** These forms stand beside others on their pages, so what was refused has names of its own. */
function refuse({ status, refused: { title, errors, stepUp } }: NotDone, passkeyName?: string) {
  return fail(status, { stepUp, passkeyRefused: errors[0]?.message ?? title, passkeyName })
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
