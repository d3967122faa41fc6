import type { CheckInView } from '@kunak/contracts/alerts'
import type { MyCircles } from '@kunak/contracts/directory'
import { planForm, planJson, readPlan } from '#lib/check-ins/plan-form.ts'
import { formText } from '#lib/form-text.ts'
import { actAndShow } from '#lib/server/act.ts'
import { readApi } from '#lib/server/ask-api.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import { noOrganisation } from '#lib/server/no-organisation.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

const pathOf = (id: string) => `/check-ins/${encodeURIComponent(id)}`

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  const [{ id, version, plan }, { circles }] = await Promise.all([
    readApi<CheckInView>(event, pathOf(event.params.id)),
    readApi<MyCircles>(event, '/circles'),
  ])
  return { id, version, plan: planForm(plan), circles: circles.map(({ id, name }) => ({ id, name })) }
}

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event)
    const sent = readPlan(form)
    if (!sent.organisationId) return noOrganisation('plan/organisationId', sent)
    return await actAndShow(event, form, {
      method: 'PUT',
      path: pathOf(event.params.id),
      version: Number(formText(form, 'version')) || 0,
      json: { plan: planJson(sent), code: formText(form, 'code') },
      sent,
      at: `/${event.params.locale}/check-ins/${event.params.id}`,
      done: 'changed',
    })
  },
}
