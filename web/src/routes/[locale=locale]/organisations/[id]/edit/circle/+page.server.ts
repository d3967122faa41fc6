import type { EditableProfile } from '@kunak/contracts/directory'
import { readApi } from '#lib/server/ask-api.ts'
import { chooseAudienceCircle } from '#lib/server/choose-audience-circle.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { id } = event.params
  const { profile, circles, audienceCircle, mayWiden } = await readApi<EditableProfile>(event, `/organisations/${id}/profile`)
  return { id, names: profile.names, circles, audienceCircle, mayWiden }
}

export const actions: Actions = { default: chooseAudienceCircle }
