import type { SignInStep } from '@kunak/contracts/identity'
import { fail, redirect } from '@sveltejs/kit'
import { act } from '#lib/server/act.ts'
import { afterProof } from '#lib/server/after-proof.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions } from './$types'

// Opening the page asks nothing and changes nothing: scanners of mail follow every link.
export const actions: Actions = {
  default: async (event) => {
    const json = { token: event.url.searchParams.get('token') ?? '' }
    const done = await act<SignInStep>(event, await readForm(event), { method: 'POST', path: '/sign-in/confirmation', json })
    if (!done.ok) return fail(done.status, done.refused)
    redirect(303, afterProof(event.locals.locale, done.value))
  },
}
