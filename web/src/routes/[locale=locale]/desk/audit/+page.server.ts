import type { OrganisationView } from '@kunak/contracts/directory'
import type { AuditPage } from '@kunak/contracts/identity'
import { askApi, readApi } from '#lib/server/ask-api.ts'
import type { PageServerLoad } from './$types'

const asked = ['organisation', 'day', 'type'] as const

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url
  const said = asked.flatMap((name) => {
    const value = searchParams.get(name)?.trim()
    return value ? [[name, value] as const] : []
  })
  const about = searchParams.get('organisation')
  const view = about && (await askApi<OrganisationView>(event, `/organisations/${encodeURIComponent(about)}`))
  return {
    trail: await readApi<AuditPage>(
      event,
      `/audit?${new URLSearchParams(said.map(([name, value]) => [name, value])).toString()}`,
    ),
    said: Object.fromEntries(said),
    names: view && view.ok ? view.value.names : null,
  }
}
