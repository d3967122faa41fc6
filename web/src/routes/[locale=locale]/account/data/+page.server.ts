import type { Account, AccountExport } from '@kunak/contracts/identity'
import { redirect } from '@sveltejs/kit'
import { readApi } from '#lib/server/ask-api.ts'
import { confirmedAct } from '#lib/server/confirmed-act.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  return { account: await readApi<Account>(event, '/account') }
}

export const actions: Actions = {
  export: async (event) => {
    const form = await readForm(event)
    const done = await confirmedAct<AccountExport>(event, form, { path: '/account/export' })
    return done.ok ? { exported: JSON.stringify(done.value, null, 2) } : done.failed
  },
  erase: async (event) => {
    const form = await readForm(event)
    const done = await confirmedAct(event, form, { path: '/account', method: 'DELETE' })
    if (!done.ok) return done.failed
    redirect(303, `/${event.params.locale}`)
  },
}
