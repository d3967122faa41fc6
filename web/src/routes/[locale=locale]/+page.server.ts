import type { AlertPage } from '@kunak/contracts/alerts'
import type { FoundOrganisations } from '@kunak/contracts/directory'
import { codesOf, republics } from '@kunak/vocabulary'
import { readApi } from '#lib/server/ask-api.ts'
import type { PageServerLoad } from './$types'

/** How many of the newest alerts the home page shows. */
const mostAlerts = 3
const order = codesOf(republics) as string[]
const inVocabularyOrder = (counts: readonly { value: string; count: number }[]) =>
  counts.toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value))

export const load: PageServerLoad = async (event) => {
  const [{ total, facets }, alerts] = await Promise.all([
    readApi<FoundOrganisations>(event, '/organisations?limit=1'),
    readApi<AlertPage>(event, `/alerts?limit=${mostAlerts}`),
  ])
  return { total, republics: inVocabularyOrder(facets.republic), alerts: alerts.items, now: new Date() }
}
