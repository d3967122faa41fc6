import type { AlertHelp, AlertView } from '@kunak/contracts/alerts'
import { actAndShow } from '#lib/server/act.ts'
import { alertPath } from '#lib/server/alert-to-do.ts'
import { readApi } from '#lib/server/ask-api.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

/** How much of what happened stands on the page; the rest is behind a link, so that it stays light. */
const mostHappened = 6

export const load: PageServerLoad = async (event) => {
  const path = alertPath(event.params.id)
  const alert = await readApi<AlertView>(event, path)
  const isOut = alert.part === 'whole' && alert.activeAt !== null
  return {
    alert,
    help: isOut ? await readApi<AlertHelp>(event, `${path}/help`) : null,
    most: event.url.searchParams.has('all') ? Infinity : mostHappened,
    now: new Date(),
  }
}

export const actions: Actions = {
  hurry: async (event) => {
    const form = await readForm(event)
    const path = `${alertPath(event.params.id)}/submission`
    return await actAndShow(event, form, { method: 'POST', path, json: { atOnce: true }, done: 'sent' })
  },
}
