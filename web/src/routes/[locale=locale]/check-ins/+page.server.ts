import type { CheckIns } from '@kunak/contracts/alerts'
import { readApi } from '#lib/server/ask-api.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  return await readApi<CheckIns>(event, '/check-ins')
}
