import { redirect } from '@sveltejs/kit'
import { askApi } from '#lib/server/ask-api.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
}

export const actions: Actions = {
  signOut: async (event) => {
    await askApi(event, '/sign-out', { method: 'POST' })
    redirect(303, `/${event.params.locale}`)
  },
}
