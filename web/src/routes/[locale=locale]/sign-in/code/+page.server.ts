import type { SignInState, SignInStep } from '@kunak/contracts/identity'
import { fail, redirect } from '@sveltejs/kit'
import { formText } from '#lib/form-text.ts'
import { afterProof } from '#lib/server/after-proof.ts'
import { askApi, readApi } from '#lib/server/ask-api.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  if (event.url.searchParams.has('nothing')) return { state: 'nothing' as const }
  const { step } = await readApi<SignInState>(event, '/sign-in')
  if (step === 'second_factor') redirect(303, afterProof(event.locals.locale, { next: step }))
  return { state: step }
}

export const actions: Actions = {
  default: async (event) => {
    const code = formText(await readForm(event), 'code')
    const answer = await askApi<SignInStep>(event, '/sign-in/confirmation', { method: 'POST', json: { code } })
    if (answer.ok) redirect(303, afterProof(event.locals.locale, answer.value))
    return fail(answer.refusal.status, { code, title: answer.refusal.title })
  },
}
