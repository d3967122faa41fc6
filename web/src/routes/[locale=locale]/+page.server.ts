import type { FoundOrganisations } from '@kunak/contracts/directory'
import { readApi } from '#lib/server/ask-api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { total, facets } = await readApi<FoundOrganisations>(event, '/organisations?limit=1')
  return { total, republics: facets.republic ?? [] }
}
