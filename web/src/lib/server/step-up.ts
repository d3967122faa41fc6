import type { Problem } from '@kunak/contracts'
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
 * What the page must show where the API wants the act confirmed first; undefined where it did not. The same action then gets all its
 * values again, and makes of them the same request, or the proof is for another act.
 */
export async function stepUpFor(event: RequestEvent, form: FormData, problem: Problem): Promise<StepUpAsked | undefined> {
  if (problem.code !== 'step_up_needed') return undefined
  const ways = await askApi<StepUpWays>(event, '/step-up', { method: 'POST', json: { act: problem.act } })
  const { passkey, code } = ways.ok ? ways.value : { passkey: null, code: false }
  const sent = [...form].flatMap(([name, value]) => (typeof value === 'string' && !isOwn(name) ? [[name, value] as const] : []))
  const wrong = proofIn(form) === undefined ? null : (ways.ok ? problem : ways.refusal).title
  return { action: event.url.search, sent, passkey, code, wrong }
}

const isOwn = (name: string) => name === passkeyField || name === codeField
