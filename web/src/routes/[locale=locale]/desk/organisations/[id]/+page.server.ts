import type { ApplicationView, DeskOrganisation } from '@kunak/contracts/directory'
import { askApi, readApi } from '#lib/server/ask-api.ts'
import { proposalActions } from '#lib/server/decide-proposals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const found = await readApi<DeskOrganisation>(event, `/desk/organisations/${event.params.id}`)
  // Whoever a coordinator has listed has never applied.
  const application = await askApi<ApplicationView>(event, `/organisations/${event.params.id}/application`)
  return { found, application: application.ok ? application.value : undefined }
}

export const actions: Actions = proposalActions
