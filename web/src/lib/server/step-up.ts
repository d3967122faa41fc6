import { type Problem, problems, type Result } from '@kunak/contracts'
import type { PasskeyRequest, StepUpWays } from '@kunak/contracts/identity'
import type { RequestEvent } from '@sveltejs/kit'
import { formText } from '../form-text.ts'
import { askApi } from './ask-api.ts'

/** Fields of the confirming form itself; all others are what was sent and is sent again. */
const [passkeyField, codeField] = ['step-up-passkey', 'step-up-code'] as const

/** What `step-up.svelte` shows: everything that was sent, and how she can confirm that it is she who sends it. */
export interface StepUpAsked {
  /** Where the form goes: the page's own action. */
  readonly action: string
  readonly sent: readonly (readonly [name: string, value: string])[]
  /** What her passkey is asked, or null where she has none. */
  readonly passkey: PasskeyRequest | null
  readonly code: boolean
  /** Why she is asked again, where she has tried. */
  readonly wrong: string | null
}

/** The proof that a form carries, if it is the confirming one: what `askApi` takes as `proof`. */
export function proofIn(form: FormData): string | undefined {
  const [passkey, code] = [formText(form, passkeyField), formText(form, codeField).replaceAll(/\s/g, '')]
  return passkey ? `passkey ${passkey}` : code ? `code ${code}` : undefined
}

/**
 * What the page must show where the API wants the act confirmed first; null where it did not. The one way of all forms that do something
 * sensitive, in the page's action:
 *
 *     const answer = await askApi(event, path, { method: 'POST', json, proof: proofIn(form) })
 *     const stepUp = await stepUpFor(event, form, answer)
 *     if (stepUp) return fail(stepUp.status, { stepUp })
 *
 * and in the page: `{#if form?.stepUp}<StepUp asked={form.stepUp} />{:else}` … `{/if}`. The same action gets all its values again, and
 * makes of them the same request, or the proof is for another act.
 */
export async function stepUpFor(
  event: RequestEvent,
  form: FormData,
  answer: Result<unknown, Problem>,
): Promise<(StepUpAsked & { readonly status: 403 }) | null> {
  if (answer.ok || answer.refusal.code !== 'step_up_needed') return null
  const json = { act: answer.refusal.act }
  const ways = await askApi<StepUpWays>(event, '/step-up', { method: 'POST', json })
  const { passkey, code } = ways.ok ? ways.value : { passkey: null, code: false }
  const sent = [...form].flatMap(([name, value]) => (typeof value === 'string' && !isOwn(name) ? [[name, value] as const] : []))
  const wrong = proofIn(form) === undefined ? null : (ways.ok ? answer.refusal : ways.refusal).title
  return { status: problems.step_up_needed.status, action: event.url.search, sent, passkey, code, wrong }
}

const isOwn = (name: string) => name === passkeyField || name === codeField
