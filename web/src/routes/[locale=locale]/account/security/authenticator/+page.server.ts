import type { Authenticator } from '@kunak/contracts/identity'
import { beginAuthenticator, confirmAuthenticator } from '#lib/server/add-authenticator.ts'
import { readApi } from '#lib/server/ask-api.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  return { authenticator: await readApi<Authenticator>(event, '/authenticator') }
}

export const actions: Actions = { begin: beginAuthenticator, confirm: confirmAuthenticator }
