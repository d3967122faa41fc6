import { problems } from '@kunak/contracts'
import type { AlertDraft, AlertView, WholeAlert } from '@kunak/contracts/alerts'
import { error, redirect, type RequestEvent, type ServerLoadEvent } from '@sveltejs/kit'
import { askApi, readApi } from './ask-api.ts'
import { needSignIn } from './need-sign-in.ts'

/** The address of an alert in the API. */
export const alertPath = (id: string): string => `/alerts/${encodeURIComponent(id)}`

/** The address of an alert's own page, to which the pages that do something with it lead back. */
export const alertPage = ({ params, locals }: RequestEvent & WithId): string => `/${locals.locale}/alerts/${params.id}`

interface WithId {
  readonly params: { readonly id: string }
}

/** The alert that a page is to do something with, for somebody who may; anybody else learns why not, and who may not read it, nothing. */
export async function alertToDo(event: ServerLoadEvent & WithId, may: keyof WholeAlert['may']): Promise<WholeAlert> {
  await needSignIn(event)
  const alert = await readApi<AlertView>(event, alertPath(event.params.id))
  const locale = event.locals.locale
  if (alert.part !== 'whole') error(problems.not_yours.status, problems.not_yours[locale])
  if (!alert.may[may]) error(problems.not_now.status, problems.not_now[locale])
  return alert
}

/** The draft that a page is about; what has been sent since is led to as the alert that it has become. */
export async function draftToSend(event: ServerLoadEvent & WithId): Promise<AlertDraft> {
  const kept = await askApi<AlertDraft>(event, `${alertPath(event.params.id)}/content`)
  if (kept.ok) return kept.value
  if (kept.refusal.code === 'not_now') redirect(303, alertPage(event))
  error(kept.refusal.status, kept.refusal.title)
}
