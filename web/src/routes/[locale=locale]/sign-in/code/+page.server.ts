import type { SignInState, SignInStep } from '@kunak/contracts/identity'
import { fail, redirect } from '@sveltejs/kit'
import { formText } from '#lib/form-text.ts'
import { afterProof } from '#lib/server/after-proof.ts'
import { act } from '#lib/server/act.ts'
import { readApi } from '#lib/server/ask-api.ts'
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
    const form = await readForm(event)
    const sent = { code: formText(form, 'code') }
    const done = await act<SignInStep>(event, form, { method: 'POST', path: '/sign-in/confirmation', json: sent })
    if (!done.ok) return fail(done.status, { ...done.refused, sent })
    redirect(303, afterProof(event.locals.locale, done.value))
  },
}
