import type { Account, AccountExport } from '@kunak/contracts/identity'
import { fail, redirect } from '@sveltejs/kit'
import { act } from '#lib/server/act.ts'
import { readApi } from '#lib/server/ask-api.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  return { account: await readApi<Account>(event, '/account') }
}

export const actions: Actions = {
  export: async (event) => {
    const done = await act<AccountExport>(event, await readForm(event), { path: '/account/export' })
    return done.ok ? { exported: JSON.stringify(done.value, null, 2) } : fail(done.status, done.refused)
  },
  erase: async (event) => {
    const done = await act(event, await readForm(event), { method: 'DELETE', path: '/account' })
    if (!done.ok) return fail(done.status, done.refused)
    redirect(303, `/${event.params.locale}`)
  },
}
