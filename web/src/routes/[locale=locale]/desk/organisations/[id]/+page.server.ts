import type { DeskOrganisation } from '@kunak/contracts/directory'
import { readApi } from '#lib/server/ask-api.ts'
import { proposalActions } from '#lib/server/decide-proposals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => ({
  found: await readApi<DeskOrganisation>(event, `/desk/organisations/${event.params.id}`),
})

export const actions: Actions = proposalActions
