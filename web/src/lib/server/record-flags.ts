import { type LegalFlag, legalFlagKinds } from '@kunak/contracts/directory'
import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { formText } from '../form-text.ts'
import { askApi } from './ask-api.ts'
import { readForm } from './read-form.ts'

/** Records the labels that a coordinator has ticked; what is refused comes back as it was sent, each problem by its label. */
export async function recordFlags(event: RequestEvent & { params: { id: string } }) {
  const form = await readForm(event)
  const ticked: LegalFlag['flag'][] = legalFlagKinds.filter((kind) => form.getAll('flag').includes(kind))
  const dayOf = (kind: string) => formText(form, `since-${kind}`)
  const json = { flags: ticked.map((flag) => ({ flag, since: dayOf(flag) || null })) }
  const answer = await askApi(event, `/organisations/${event.params.id}/legal-flags`, { method: 'PUT', json })
  if (answer.ok) redirect(303, `${event.url.pathname}?done=saved`)
  const { status, title, errors = [] } = answer.refusal
  const wrong = errors.map(({ field, message }) => [ticked[Number(field.split('/')[2])] ?? '', message] as const)
  const since = Object.fromEntries(legalFlagKinds.map((kind) => [kind, dayOf(kind)]))
  return fail(status, { problem: title, sentFlags: { flags: ticked, since }, flagErrors: Object.fromEntries(wrong) })
}
