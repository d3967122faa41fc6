import type { FoundOrganisations } from '@kunak/contracts/directory'
import { codesOf, republics } from '@kunak/vocabulary'
import { readApi } from '#lib/server/ask-api.ts'
import type { PageServerLoad } from './$types'

const order = codesOf(republics) as string[]
const inVocabularyOrder = (counts: readonly { value: string; count: number }[]) =>
  counts.toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value))

export const load: PageServerLoad = async (event) => {
  const { total, facets } = await readApi<FoundOrganisations>(event, '/organisations?limit=1')
  return { total, republics: inVocabularyOrder(facets.republic) }
}
