import type { RequestEvent } from '@sveltejs/kit'
import { formText } from '../form-text.ts'
import { actAndShow } from './act.ts'
import { noOrganisation } from './no-organisation.ts'
import { readForm } from './read-form.ts'

/** The code of an organisation in an address of its pages, or as it was typed. */
function codeIn(typed: string): string {
  return (/organisations\/([0-9a-z]{26})/i.exec(typed)?.[1] ?? typed).toUpperCase()
}

/** Vouches for the organisation that the form names, in the name of the one it was chosen for. */
export async function giveVouch(event: RequestEvent & { params: { locale: string } }) {
  const form = await readForm(event)
  const sent = { from: formText(form, 'from'), to: formText(form, 'to'), how: formText(form, 'how') }
  if (!sent.from) return noOrganisation('from', sent)
  const path = `/organisations/${encodeURIComponent(sent.from)}/vouches`
  const json = { to: codeIn(sent.to), how: sent.how }
  const at = `/${event.params.locale}/organisations/${sent.from}/vouches`
  return await actAndShow(event, form, { method: 'POST', path, json, sent, at, done: 'given' })
}
