import { ok, type Refusal, refuse, type Result } from '@kunak/contracts'
import type { Organisation, Proposal } from '@kunak/contracts/directory'
import type { OrganisationPeople } from '@kunak/contracts/identity'
import { loadOrganisation, loadVouchingGraph } from '@kunak/data/directory'
import { loadOrganisationPeople } from '@kunak/data/identity'
import { changeStanding, supportedOrganisations } from '@kunak/domain/directory'
import type { FrontContext } from '../../front-door/front.ts'

/** What an act would make of its organisation, judged on what is stored now. */
export interface ActedUpon {
  readonly before: Organisation
  readonly after: Organisation
  /** The people that it was judged on. */
  readonly people: OrganisationPeople
}

export async function actUpon(c: FrontContext, { about }: Pick<Proposal, 'about'>): Promise<Result<ActedUpon, Refusal>> {
  const { database, now } = c.var.dependencies
  const before = about.kind === 'organisation' ? await loadOrganisation(database, about.organisationId) : null
  if (!before || about.kind !== 'organisation') return refuse({ code: 'not_found' })
  const graph = await loadVouchingGraph(database)
  const people = await loadOrganisationPeople(database, before.id)
  const changed = changeStanding(about.act, before, {
    isSupported: supportedOrganisations(graph, now()).of(before.id).isSupported,
    stewards: people.people.filter(({ role }) => role === 'steward').length,
    foundingCount: graph.organisations.filter(({ isFounding, standing }) => isFounding && standing === 'vetted').length,
    now: now(),
  })
  return changed.ok ? ok({ before, after: changed.value, people }) : changed
}
