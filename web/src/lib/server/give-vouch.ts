import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { formText } from '../form-text.ts'
import { askApi } from './ask-api.ts'
import { readForm } from './read-form.ts'

/** The code of an organisation in an address of its pages, or as it was typed. */
function codeIn(typed: string): string {
  return (/organisations\/([0-9a-z]{26})/i.exec(typed)?.[1] ?? typed).toUpperCase()
}

/** Vouches for the organisation that the form names, in the name of the one it was chosen for. */
export async function giveVouch(event: RequestEvent & { params: { locale: string } }) {
  const form = await readForm(event)
  const sent = { from: formText(form, 'from'), to: formText(form, 'to'), how: formText(form, 'how') }
  const path = `/organisations/${encodeURIComponent(sent.from || '0')}/vouches`
  const answer = await askApi(event, path, { method: 'POST', json: { to: codeIn(sent.to), how: sent.how } })
  if (answer.ok) redirect(303, `/${event.params.locale}/organisations/${sent.from}/vouches?done=given`)
  const { status, title, errors = [] } = answer.refusal
  return fail(status, { title, errors: errors.map(({ field, message }) => ({ field: field.slice(1), message })), sent })
}
