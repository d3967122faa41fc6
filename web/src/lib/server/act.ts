import type { Problem } from '@kunak/contracts'
import { type ActionFailure, fail, redirect, type RequestEvent } from '@sveltejs/kit'
import * as m from '#lib/paraglide/messages.js'
import { type Ask, askApi } from './ask-api.ts'
import { proofIn, type StepUpAsked, stepUpFor } from './step-up.ts'

/** What a page shows of an act that was not done. */
export interface Refused {
  /** The problem in a sentence. */
  readonly title: string
  /** What is wrong with which field; a field of the form is called what the API calls it, without the slash before it, or by `fieldOf`. */
  readonly errors: readonly { readonly field: string; readonly message: string }[]
  /** Set where she has to confirm first that it is she. */
  readonly stepUp: StepUpAsked | undefined
}

/** What a page shows where it finds itself, before it asks, that a field says too little. */
export function wrongField(field: string, message: string): Refused {
  return { title: m.check_form(), errors: [{ field, message }], stepUp: undefined }
}

type Acted<Answer> = { readonly ok: true; readonly value: Answer } | NotDone

/** What is asked of the API, and how the form calls what the API names otherwise. */
interface Act extends Ask {
  readonly path: string
  /** The name of a field of the form for a field that the API names; left out, they are called alike. */
  readonly fieldOf?: ((field: string) => string) | undefined
}

export interface NotDone {
  readonly ok: false
  readonly status: number
  readonly refused: Refused
  readonly problem: Problem
}

/**
 * Does through the API what a form asks for, and confirms it where the API wants that. Actions are written with it in one of two ways.
 * Where she comes to a page that says what was done (and what she wrote comes back to her where it was refused):
 *
 *     save: async (event) => {
 *       const form = await readForm(event)
 *       const sent = { name: formText(form, 'name') }
 *       return await actAndShow(event, form, { method: 'PUT', path: '/account', json: sent, sent, done: 'saved' })
 *     }
 *
 * and where the answer itself is needed:
 *
 *     const done = await act<Answer>(event, form, { method: 'POST', path, json })
 *     return done.ok ? { code: done.value.code } : fail(done.status, done.refused)
 *
 * The page shows all of it in one way, with `DoneNotice` for what was done:
 *
 *     {#if form?.stepUp}<StepUp asked={form.stepUp} />{:else}
 *       <DoneNotice sentences={{ saved: m.saved_thanks() }} />
 *       {#if form?.title}<ErrorSummary title={form.title} errors={form.errors} />{/if}
 *       … <Field name="name" value={form?.sent?.name ?? data.name} error={messagesByField(form?.errors)['name']} /> …
 */
export async function act<Answer>(
  event: RequestEvent,
  form: FormData,
  { path, fieldOf = (field) => field, ...ask }: Act,
): Promise<Acted<Answer>> {
  const answer = await askApi<Answer>(event, path, { ...ask, proof: proofIn(form) })
  if (answer.ok) return { ok: true, value: answer.value }
  const problem = answer.refusal
  const errors = (problem.errors ?? []).map(({ field, message }) => ({ field: fieldOf(field.replace(/^\//, '')), message }))
  const stepUp = await stepUpFor(event, form, problem)
  return { ok: false, status: problem.status, refused: { title: problem.title, errors, stepUp }, problem }
}

interface Show<Sent> extends Act {
  /** What was done, for the page that says so: it stands in the address as `?done=`. */
  readonly done: string
  /** Where she comes to; left out, the page of the form. */
  readonly at?: string
  /** What she wrote, for the form to be filled in again. */
  readonly sent?: Sent
}

/** Acts, and leads to a page that shows what was done. */
export async function actAndShow<Sent = undefined>(
  event: RequestEvent,
  form: FormData,
  { done, at = event.url.pathname, sent, ...ask }: Show<Sent>,
): Promise<ActionFailure<Refused & { sent: Sent | undefined }>> {
  const acted = await act(event, form, ask)
  if (!acted.ok) return fail(acted.status, { ...acted.refused, sent })
  redirect(303, `${at}?done=${done}`)
}
