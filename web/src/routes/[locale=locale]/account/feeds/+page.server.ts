import type { OwnFeedAddresses, OwnFeeds } from '@kunak/contracts/alerts'
import { fail } from '@sveltejs/kit'
import { act, actAndShow } from '#lib/server/act.ts'
import { readApi } from '#lib/server/ask-api.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  return await readApi<OwnFeeds>(event, '/account/feeds')
}

export const actions: Actions = {
  make: async (event) => {
    const made = await act<OwnFeedAddresses>(event, await readForm(event), { method: 'POST', path: '/account/feeds' })
    // They are shown in this answer alone, which no address leads back to.
    return made.ok ? { addresses: made.value } : fail(made.status, made.refused)
  },
  end: async (event) =>
    await actAndShow(event, await readForm(event), { method: 'DELETE', path: '/account/feeds', done: 'ended' }),
}
