import { fieldProblem } from '@kunak/contracts'
import type { AlertChanged, AlertReach, AlertView } from '@kunak/contracts/alerts'
import type { MyCircles } from '@kunak/contracts/directory'
import { checkAlert, goesBeyondCircle } from '@kunak/domain/alerts'
import { fail, redirect } from '@sveltejs/kit'
import { formText } from '#lib/form-text.ts'
import { act } from '#lib/server/act.ts'
import { alertPage, alertPath, draftToSend } from '#lib/server/alert-to-do.ts'
import { readApi } from '#lib/server/ask-api.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  const path = alertPath(event.params.id)
  const { content } = await draftToSend(event)
  const [alert, { circles }, reach] = await Promise.all([
    readApi<AlertView>(event, path),
    readApi<MyCircles>(event, '/circles'),
    readApi<AlertReach>(event, `${path}/reach`),
  ])
  const now = new Date()
  return {
    alert,
    content,
    reach,
    circle: circles.find(({ id }) => id === content.circleId)?.name ?? null,
    isWide: goesBeyondCircle(content),
    lacks: checkAlert(content, now).map(({ field, code }) => fieldProblem({ field: field.slice(1), code }, event.locals.locale)),
    now,
  }
}

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event)
    const atOnce = formText(form, 'how') === 'at-once'
    const path = `${alertPath(event.params.id)}/submission`
    const done = await act<AlertChanged>(event, form, { method: 'POST', path, json: { atOnce } })
    if (!done.ok) return fail(done.status, done.refused)
    redirect(303, `${alertPage(event)}?done=${done.value.state === 'submitted' ? 'waiting' : 'sent'}`)
  },
}
