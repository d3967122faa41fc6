import { type FacetChoice, OrganisationQuery, type OrganisationView } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import type { Search } from './search/search.ts'

const pageSize = 100

/**
 * The organisations of a search one after another, each as this reader may see it. Only one page is in memory at a time; what changes
 * meanwhile shows as it is when its page is read.
 */
export async function* exportOrganisations(
  search: Pick<Search, 'find'>,
  viewer: Viewer,
  choice: Partial<FacetChoice> & { readonly q?: string } = {},
): AsyncGenerator<OrganisationView, void, undefined> {
  let cursor: string | null | undefined
  do {
    const query = OrganisationQuery.parse({ ...choice, limit: pageSize, ...(cursor && { cursor }) })
    const found = await search.find(viewer, query)
    if (!found.ok) return
    for (const { organisation } of found.value.organisations) yield organisation
    cursor = found.value.next
  } while (cursor)
}
