import { newUlid } from '@kunak/contracts'
import type { AlertHelp, PledgeChanged } from '@kunak/contracts/alerts'
import type { OrganisationView } from '@kunak/contracts/directory'
import { exposureNoticeFor } from '@kunak/vocabulary'
import { fail, redirect, type ServerLoadEvent } from '@sveltejs/kit'
import { mayAnswerFor } from '#lib/alerts/help/may-answer-for.ts'
import { formText } from '#lib/form-text.ts'
import { act } from '#lib/server/act.ts'
import { alertPath, alertToDo } from '#lib/server/alert-to-do.ts'
import { askApi, readApi } from '#lib/server/ask-api.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

/** First for which organisation, then what helping may mean where that one is based, with the form. */
export const load: PageServerLoad = async (event) => {
  const alert = await alertToDo(event, 'pledge')
  const { me } = await event.parent()
  const organisations = mayAnswerFor(me, alert)
  const chosen = event.url.searchParams.get('organisation')
  const only = organisations.length === 1 ? organisations[0] : undefined
  const organisation = organisations.find(({ organisationId }) => organisationId === chosen) ?? only
  // Who raised it is most often whom it is about.
  const named = new Set([alert.concerns, alert.raisedBy].flatMap((one) => (one ? [one.id] : [])))
  const [help, own, ...concerned] = await Promise.all([
    readApi<AlertHelp>(event, `${alertPath(alert.id)}/help`),
    organisation && organisationOf(event, organisation.organisationId),
    ...[...named].map((id) => organisationOf(event, id)),
  ])
  const country = own?.basedIn
  return {
    alert,
    needs: help.needs.filter(({ unmet }) => unmet > 0),
    organisations,
    organisation,
    notice: organisation && exposureNoticeFor(country ?? ''),
    isBasedSomewhere: country !== undefined,
    flags: [...new Set(concerned.flatMap((one) => (one ? (one.legalFlags ?? []).map(({ flag }) => flag) : [])))],
    need: event.url.searchParams.get('need') ?? '',
    id: newUlid(Date.now()),
  }
}

async function organisationOf(event: ServerLoadEvent, id: string): Promise<OrganisationView | undefined> {
  const answer = await askApi<OrganisationView>(event, `/organisations/${encodeURIComponent(id)}`)
  return answer.ok ? answer.value : undefined
}

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event)
    const said = (name: string) => formText(form, name)
    const sent = {
      id: said('id'),
      needId: said('needId'),
      quantity: said('quantity'),
      day: said('day'),
      note: said('note'),
      hasReadNotice: said('hasReadNotice') === 'yes',
    }
    const quantity = sent.quantity === '' ? undefined : Number(sent.quantity)
    // What was left open is asked for by its field.
    const open = { needId: sent.needId || undefined, day: sent.day || undefined, quantity }
    const json = { ...sent, ...open, organisationId: said('organisation') }
    const path = `${alertPath(event.params.id)}/pledges`
    const done = await act<PledgeChanged>(event, form, { method: 'POST', path, json })
    if (done.ok) redirect(303, `/${event.params.locale}/alerts/${event.params.id}/pledges/${done.value.id}?done=offered`)
    return fail(done.status, { ...done.refused, sent })
  },
}
