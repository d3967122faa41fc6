import type { Authenticator } from '@kunak/contracts/identity'
import { redirect } from '@sveltejs/kit'
import { beginAuthenticator, confirmAuthenticator } from '#lib/server/add-authenticator.ts'
import { readApi } from '#lib/server/ask-api.ts'
import { passkeyActions } from '#lib/server/passkeys.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { me } = await event.parent()
  if (me.session === 'none') redirect(303, `/${event.params.locale}/sign-in`)
  // After the first factor the answer to its form still shows the recovery code.
  if (me.session === 'full' && event.request.method === 'GET') redirect(303, `/${event.params.locale}/account`)
  return { authenticator: await readApi<Authenticator>(event, '/authenticator') }
}

export const actions: Actions = {
  addPasskey: passkeyActions.addPasskey,
  begin: beginAuthenticator,
  confirm: confirmAuthenticator,
}
