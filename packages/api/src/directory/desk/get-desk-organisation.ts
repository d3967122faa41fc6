import type { OrganisationId } from '@kunak/contracts'
import { DeskOrganisation, type Organisation } from '@kunak/contracts/directory'
import {
  loadGivenVouches,
  loadOpenProposals,
  loadReceivedVouches,
  loadReports,
  loadToldVouches,
  loadVouchingGraph,
} from '@kunak/data/directory'
import { loadOrganisationPeople } from '@kunak/data/identity'
import { isLive, supportedOrganisations, viewOrganisation } from '@kunak/domain/directory'
import { Hono } from 'hono'
import { answerProblem } from '../../front-door/answer-problem.ts'
import type { Front, FrontContext } from '../../front-door/front.ts'
import { onlyCoordinators } from '../../front-door/only-coordinators.ts'
import { nameOf, viewsOf } from '../../front-door/views-of.ts'
import { organisationOf } from '../change-organisation.ts'
import { proposalViews } from '../proposals/proposal-views.ts'
import { latest } from '../vouching/list-vouches.ts'
import { lacksOf } from '../vouching/lacks-of.ts'
import { vouchViews } from '../vouching/vouch-views.ts'
import { reportViews } from './get-desk.ts'

/** Everything needed to decide about one organisation, on one page. */
export const getDeskOrganisation = new Hono<Front>().get('/desk/organisations/:id', onlyCoordinators, async (c) => {
  const { viewer, dependencies } = c.var
  const { database } = dependencies
  const now = dependencies.now()
  const organisation = await organisationOf(c)
  const view = organisation && viewOrganisation(viewer, organisation, now)
  if (!view) return answerProblem(c, 'not_found')
  const { id, standing } = organisation
  const [graph, people, received, given, proposals, reports] = await Promise.all([
    loadVouchingGraph(database),
    loadOrganisationPeople(database, id),
    loadReceivedVouches(database, id),
    loadGivenVouches(database, id),
    loadOpenProposals(database, now),
    loadReports(database),
  ])
  const supported = supportedOrganisations(graph, now)
  const support = supported.of(id)
  const chains = supported.chainsTo(id)
  const vouchers = new Set(received.filter(({ vouch }) => isLive(vouch, now)).map(({ vouch }) => vouch.from))
  const about = proposals.filter((one) => one.about.kind === 'organisation' && one.about.organisationId === id)
  const [views, receivedViews, givenViews, worksIn, duplicates, proposed] = await Promise.all([
    viewsOf(c, [...chains.flat(), ...(support.through ? [support.through] : []), id]),
    vouchViews(c, received, { other: 'from', graph }),
    loadToldVouches(database, latest(given.vouches)).then((told) => vouchViews(c, told, { other: 'to', graph })),
    workOf(c, vouchers),
    duplicatesOf(c, organisation),
    proposalViews(c, about),
  ])
  // A frozen organisation carries whoever it carried, but nobody hears its name; nor that of one who hides it from coordinators.
  const step = (one: OrganisationId) => nameOf(views.get(one))
  return c.json(
    DeskOrganisation.parse({
      organisation: view,
      standing,
      appliedAt: organisation.createdAt,
      vettedAt: organisation.vettedAt,
      isFounding: organisation.isFounding,
      stewards: people.people.filter(({ role }) => role === 'steward').length,
      people: people.people.length,
      received: receivedViews,
      given: givenViews,
      isSupported: support.isSupported,
      lacks: lacksOf(organisation, { support, people }),
      ...(support.through && { through: step(support.through) }),
      chains: chains.map((chain) => chain.map(step)),
      republics: [...new Set(worksIn.map(({ republic }) => republic))].sort(),
      duplicates,
      legalFlags: view.legalFlags ?? [],
      proposals: proposed,
      reports: reportViews(
        reports.filter(({ organisationId }) => organisationId === id),
        views,
      ),
    }),
  )
})

/** Where the vouchers work, as far as the reader may see it. */
async function workOf(c: FrontContext, vouchers: ReadonlySet<OrganisationId>) {
  return [...(await viewsOf(c, vouchers)).values()].flatMap(({ worksIn = [] }) => worksIn)
}

const leastAlike = 0.8

/** Organisations whose names are so like this one's that a person should look; only those that the reader may see. */
async function duplicatesOf(c: FrontContext, organisation: Organisation) {
  const alike = await c.var.dependencies.search.namesLike(Object.values(organisation.profile.names))
  const ids = alike.filter(({ id, similarity }) => id !== organisation.id && similarity >= leastAlike).map(({ id }) => id)
  const views = await viewsOf(c, ids)
  return ids.flatMap((id) => {
    const view = views.get(id)
    return view?.standing ? [{ id, names: view.names, standing: view.standing }] : []
  })
}
