import { type LegalFlag, legalFlagKinds } from '@kunak/contracts/directory'
import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { formText } from '../form-text.ts'
import { act } from './act.ts'
import { readForm } from './read-form.ts'

/** Records the labels that a coordinator has ticked; what is refused comes back as it was sent, each problem by its label. */
export async function recordFlags(event: RequestEvent & { params: { id: string } }) {
  const form = await readForm(event)
  const ticked: LegalFlag['flag'][] = legalFlagKinds.filter((kind) => form.getAll('flag').includes(kind))
  const dayOf = (kind: string) => formText(form, `since-${kind}`)
  const json = { flags: ticked.map((flag) => ({ flag, since: dayOf(flag) || null })) }
  const done = await act(event, form, { method: 'PUT', path: `/organisations/${event.params.id}/legal-flags`, json })
  if (done.ok) redirect(303, `${event.url.pathname}?done=saved`)
  const { title, errors } = done.refused
  const wrong = errors.map(({ field, message }) => [ticked[Number(field.split('/')[1])] ?? '', message] as const)
  const since = Object.fromEntries(legalFlagKinds.map((kind) => [kind, dayOf(kind)]))
  return fail(done.status, { problem: title, sentFlags: { flags: ticked, since }, flagErrors: Object.fromEntries(wrong) })
}
