import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { type Ask, askApi } from './ask-api.ts'
import { proofIn, stepUpFor } from './step-up.ts'

/**
 * Asks the API for something that it may want confirmed first, with the proof that the form carries; what is refused comes back as a
 * sentence, and a confirmation that is needed as what the page must show.
 */
export async function confirmedAct(event: RequestEvent, form: FormData, { path, ...ask }: Ask & { readonly path: string }) {
  const answer = await askApi(event, path, { ...ask, proof: proofIn(form) })
  const stepUp = await stepUpFor(event, form, answer)
  if (stepUp) return { ok: false as const, failed: fail(stepUp.status, { stepUp }) }
  if (answer.ok) return { ok: true as const, value: answer.value }
  const { status, title, errors = [] } = answer.refusal
  return { ok: false as const, failed: fail(status, { title, error: errors[0]?.message }) }
}

/** The same for an act after which the page is shown again as it then is. */
export async function doAndShow(event: RequestEvent, form: FormData, ask: Ask & { readonly path: string }) {
  const done = await confirmedAct(event, form, ask)
  if (!done.ok) return done.failed
  redirect(303, `${event.url.pathname}?done=done`)
}
