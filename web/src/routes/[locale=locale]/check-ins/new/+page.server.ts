import { randomInt } from 'node:crypto'
import { newUlid } from '@kunak/contracts'
import type { CheckInView } from '@kunak/contracts/alerts'
import type { MyCircles } from '@kunak/contracts/directory'
import { checkCodes } from '@kunak/domain/alerts'
import { fail, redirect } from '@sveltejs/kit'
import { emptyPlan, planJson, readPlan } from '#lib/check-ins/plan-form.ts'
import { formText } from '#lib/form-text.ts'
import { act } from '#lib/server/act.ts'
import { readApi } from '#lib/server/ask-api.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import { noOrganisation } from '#lib/server/no-organisation.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  const { me } = await event.parent()
  const { circles } = await readApi<MyCircles>(event, '/circles')
  const [only, ...more] = me.memberships
  return {
    // Made with the page, so that a double click makes one check-in.
    id: newUlid(Date.now()),
    plan: emptyPlan({
      organisationId: only && more.length === 0 ? only.organisationId : '',
      language: event.locals.locale,
      now: new Date(),
    }),
    codes: twoCodes(),
    circles: circles.map(({ id, name }) => ({ id, name })),
  }
}

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event)
    const sent = {
      id: formText(form, 'id'),
      plan: readPlan(form),
      codes: { cancel: formText(form, 'codes/cancel'), duress: formText(form, 'codes/duress') },
    }
    if (!sent.plan.organisationId) return noOrganisation('plan/organisationId', sent)
    const json = { ...sent, plan: planJson(sent.plan) }
    const done = await act<CheckInView>(event, form, { method: 'POST', path: '/check-ins', json })
    if (!done.ok) return fail(done.status, { ...done.refused, sent })
    redirect(303, `/${event.params.locale}/check-ins/${done.value.id}?done=planned`)
  },
}

/** Two codes for her to take or to replace: six figures each, which no slip of a finger makes alike. */
function twoCodes(): { readonly cancel: string; readonly duress: string } {
  const codes = { cancel: aCode(), duress: aCode() }
  return checkCodes(codes).length === 0 ? codes : twoCodes()
}

const aCode = () => `${randomInt(1_000_000)}`.padStart(6, '0')
