import type { AlertView, RollCall } from '@kunak/contracts/alerts'
import { alertPath } from '#lib/server/alert-to-do.ts'
import { readApi } from '#lib/server/ask-api.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  const path = alertPath(event.params.id)
  const [alert, rollCall] = await Promise.all([readApi<AlertView>(event, path), readApi<RollCall>(event, `${path}/roll-call`)])
  return { alert, rollCall }
}
