import { type ActionFailure, fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { type Ask, askApi } from './ask-api.ts'
import { proofIn, type StepUpAsked, stepUpFor } from './step-up.ts'

type Failed = ActionFailure<{ stepUp: StepUpAsked }> | ActionFailure<{ title: string; error: string | undefined }>
type Confirmed<Answer> = { readonly ok: true; readonly value: Answer } | { readonly ok: false; readonly failed: Failed }

/**
 * Asks the API for something that it may want confirmed first, with the proof that the form carries; what is refused comes back as a
 * sentence, and a confirmation that is needed as what the page must show.
 */
export async function confirmedAct<Answer>(
  event: RequestEvent,
  form: FormData,
  { path, ...ask }: Ask & { readonly path: string },
): Promise<Confirmed<Answer>> {
  const answer = await askApi<Answer>(event, path, { ...ask, proof: proofIn(form) })
  const stepUp = await stepUpFor(event, form, answer)
  if (stepUp) return { ok: false, failed: fail(stepUp.status, { stepUp }) }
  if (answer.ok) return { ok: true, value: answer.value }
  const { status, title, errors = [] } = answer.refusal
  return { ok: false, failed: fail(status, { title, error: errors[0]?.message }) }
}

/** The same for an act after which the page is shown again as it then is. */
export async function doAndShow(event: RequestEvent, form: FormData, ask: Ask & { readonly path: string }) {
  const done = await confirmedAct(event, form, ask)
  if (!done.ok) return done.failed
  redirect(303, `${event.url.pathname}?done=done`)
}
