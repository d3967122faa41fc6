import type { SignInState, SignInStep } from '@kunak/contracts/identity'
import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { formText } from '#lib/form-text.ts'
import { afterProof } from '#lib/server/after-proof.ts'
import { act } from '#lib/server/act.ts'
import { readApi } from '#lib/server/ask-api.ts'
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
  guardians: (event) => prove(event, 'recovery'),
}

/** Goes on in one of the ways, with the code that its form carries, if it has one. */
async function prove(event: RequestEvent, way: 'authenticator' | 'recovery-code' | 'recovery') {
  const form = await readForm(event)
  const json = { code: formText(form, way) }
  const done = await act<SignInStep>(event, form, { method: 'POST', path: `/sign-in/${way}`, ...(form.has(way) && { json }) })
  if (!done.ok) return fail(done.status, { ...done.refused, way })
  redirect(303, afterProof(event.locals.locale, done.value))
}
