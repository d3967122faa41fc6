import type { SignInStep } from '@kunak/contracts/identity'
import { fail, redirect } from '@sveltejs/kit'
import { afterProof } from '#lib/server/after-proof.ts'
import { askApi } from '#lib/server/ask-api.ts'
import type { Actions } from './$types'

// Opening the page asks nothing and changes nothing: scanners of mail follow every link.
export const actions: Actions = {
  default: async (event) => {
    const token = event.url.searchParams.get('token') ?? ''
    const answer = await askApi<SignInStep>(event, '/sign-in/confirmation', { method: 'POST', json: { token } })
    if (answer.ok) redirect(303, afterProof(event.locals.locale, answer.value))
    return fail(answer.refusal.status, { title: answer.refusal.title })
  },
}
