import type { SubscriptionRule } from '@kunak/contracts/alerts'
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { act, actAndShow } from '#lib/server/act.ts'
import { readForm } from '#lib/server/read-form.ts'
import { hoursIn, ruleIn, saidHours } from '#lib/server/subscription-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url }) => {
  const [done, token] = [url.searchParams.get('done'), url.searchParams.get('token')]
  if (done === null && token === null) error(404)
  return { isDone: done !== null, isChosen: done === 'chosen', token: token ?? '' }
}

const pathOf = ({ url }: RequestEvent) => `/stop-letters/${encodeURIComponent(url.searchParams.get('token') ?? '')}`

export const actions: Actions = {
  stop: async (event) => {
    const done = await act(event, await readForm(event), { method: 'POST', path: pathOf(event) })
    if (!done.ok) return fail(done.status, { ...done.refused, isUnknown: done.status === 404, sent: undefined })
    redirect(303, `${event.url.pathname}?done`)
  },
  choose: async (event) => {
    const form = await readForm(event)
    const [rule, hours] = [ruleIn(form), hoursIn(form)]
    const isLeftOpen = [hours.digestHour, hours.quietFrom, hours.quietTo].every((one) => one === '')
    const chosen = await actAndShow(event, form, {
      method: 'PUT',
      path: `${pathOf(event)}/choice`,
      json: { rule, hours: isLeftOpen ? null : saidHours(hours) },
      fieldOf: (field) => field.replace(/^hours\//, '').replace(/^rule\/([^/]+).*$/, '$1'),
      sent: { rule: rule as Omit<SubscriptionRule, 'channels'>, hours },
      done: 'chosen',
    })
    return fail(chosen.status, { ...chosen.data, isUnknown: chosen.status === 404 })
  },
}
