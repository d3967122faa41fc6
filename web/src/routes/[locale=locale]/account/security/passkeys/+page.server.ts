import type { Passkeys } from '@kunak/contracts/identity'
import { readApi } from '#lib/server/ask-api.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import { passkeyActions } from '#lib/server/passkeys.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  return await readApi<Passkeys>(event, '/passkeys')
}

export const actions: Actions = passkeyActions
