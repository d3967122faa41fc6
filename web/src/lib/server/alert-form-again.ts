import type { FoundOrganisations, MyCircles, OrganisationView } from '@kunak/contracts/directory'
import type { RequestEvent } from '@sveltejs/kit'
import type { AlertDraftForm } from '../alerts/alert-form/alert-draft.ts'
import { readAlertForm } from '../alerts/alert-form/read-alert-form.ts'
import { formText } from '../form-text.ts'
import type { Refused } from './act.ts'
import { askApi, readApi } from './ask-api.ts'

type Named = Pick<OrganisationView, 'id' | 'names'>

/** A form that comes back with everything that was written. */
export interface AlertFormAgain extends Refused {
  readonly sent: AlertDraftForm
  /** The version that is being changed; undefined for the one that is kept now. */
  readonly version: number | undefined
  /** The organisations that her words have found, in which she named another one. */
  readonly found: readonly Named[] | undefined
  readonly words: string
  readonly wantsMoreNeeds: boolean
}

const mostFound = 8

/** The form as it was sent, with more rows for what is needed, or with the organisations that her words find, where she asked for these. */
export async function alertFormAgain(event: RequestEvent, form: FormData): Promise<AlertFormAgain> {
  const words = formText(form, 'words')
  const isLooking = formText(form, 'find') !== ''
  const sent = readAlertForm(form)
  return {
    // Who looks for another organisation means another one.
    sent: isLooking ? { ...sent, whose: 'other' } : sent,
    version: Number(formText(form, 'version')) || undefined,
    words,
    found: isLooking ? await findOthers(event, words) : undefined,
    wantsMoreNeeds: formText(form, 'more') !== '',
    title: '',
    errors: [],
    stepUp: undefined,
  }
}

/** Organisations that somebody may mean by these words; all words must be there for any to be found. */
export async function findOthers(event: RequestEvent, words: string): Promise<Named[]> {
  if (words === '') return []
  const found = await askApi<FoundOrganisations>(
    event,
    `/organisations?${new URLSearchParams({ q: words, limit: `${mostFound}` })}`,
  )
  return found.ok ? found.value.organisations.map(({ organisation: { id, names } }) => ({ id, names })) : []
}

/** What the form needs besides the draft: the circles of her organisations, and the name of another organisation that the draft is about. */
export async function alertFormData(event: RequestEvent, other: string) {
  const [{ circles }, known] = await Promise.all([
    readApi<MyCircles>(event, '/circles'),
    other === '' ? null : askApi<OrganisationView>(event, `/organisations/${encodeURIComponent(other)}`),
  ])
  const about: Named | null = known?.ok ? { id: known.value.id, names: known.value.names } : null
  return { circles: circles.map(({ id, name }) => ({ id, name })), about }
}
