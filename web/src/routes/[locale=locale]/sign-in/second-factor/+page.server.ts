import type { SignInState, SignInStep } from '@kunak/contracts/identity'
import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { formText } from '#lib/form-text.ts'
import { afterProof } from '#lib/server/after-proof.ts'
import { askApi, readApi } from '#lib/server/ask-api.ts'
import { readForm } from '#lib/server/read-form.ts'
import { signInWithPasskey } from '#lib/server/passkeys.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { ways } = await readApi<SignInState>(event, '/sign-in')
  // Too late, or in another browser: the page before this one says what to do.
  if (!ways) redirect(303, `/${event.params.locale}/sign-in/code`)
  return { ways }
}

export const actions: Actions = {
  passkey: signInWithPasskey,
  authenticator: (event) => prove(event, 'authenticator'),
  recoveryCode: (event) => prove(event, 'recovery-code'),
  guardians: async (event) => {
    const answer = await askApi<SignInStep>(event, '/sign-in/recovery', { method: 'POST' })
    if (answer.ok) redirect(303, afterProof(event.locals.locale, answer.value))
    return fail(answer.refusal.status, { title: answer.refusal.title, way: 'guardians' })
  },
}

async function prove(event: RequestEvent, way: 'authenticator' | 'recovery-code') {
  const code = formText(await readForm(event), way)
  const answer = await askApi<SignInStep>(event, `/sign-in/${way}`, { method: 'POST', json: { code } })
  if (answer.ok) redirect(303, afterProof(event.locals.locale, answer.value))
  return fail(answer.refusal.status, { title: answer.refusal.title, way })
}
