import { Desk, type Report, type ReportView, type StandingNote } from '@kunak/contracts/directory'
import { loadOpenProposals, loadReports, loadVouchingGraph } from '@kunak/data/directory'
import { loadOrganisationPeople } from '@kunak/data/identity'
import { freshnessOf, supportedOrganisations } from '@kunak/domain/directory'
import { Hono } from 'hono'
import type { Front } from '../../front-door/front.ts'
import { onlyCoordinators } from '../../front-door/only-coordinators.ts'
import { nameOf, viewsOf } from '../../front-door/views-of.ts'
import { proposalViews } from '../proposals/proposal-views.ts'
import { lacksOf } from '../vouching/lacks-of.ts'

/** How many of each list a page shows, and how many are looked at: a count never tells of what this coordinator may not see. */
const most = 20
const mostLooked = 200

/** Everything that waits for a coordinator, what has waited longest first. */
export const getDesk = new Hono<Front>().get('/desk', onlyCoordinators, async (c) => {
  const { database, now } = c.var.dependencies
  const [graph, proposals, reports] = await Promise.all([
    loadVouchingGraph(database),
    loadOpenProposals(database, now()),
    loadReports(database),
  ])
  const present = graph.organisations.filter(({ isFrozen }) => !isFrozen)
  const waiting = present
    .filter(({ standing }) => standing === 'applicant' || standing === 'lapsed')
    .toSorted((one, other) => (one.createdAt < other.createdAt ? -1 : 1))
  const stale = present
    .filter(({ standing, assuredAt }) => standing === 'vetted' && ['stale', 'hidden'].includes(freshnessOf(assuredAt, now())))
    .toSorted((one, other) => (one.assuredAt < other.assuredAt ? -1 : 1))
  const looked = [...waiting.slice(0, mostLooked), ...stale.slice(0, mostLooked)].map(({ id }) => id)
  const [views, proposed] = await Promise.all([
    viewsOf(c, [...looked, ...reports.map(({ organisationId }) => organisationId)]),
    proposalViews(c, proposals),
  ])
  const seen = (notes: readonly StandingNote[]) =>
    notes
      .map((note) => ({ note, view: views.get(note.id) }))
      .flatMap(({ note, view }) => (view ? [{ note, names: view.names }] : []))
  const [queued, grownOld] = [seen(waiting), seen(stale)]
  const supported = supportedOrganisations(graph, now())
  const queue = await Promise.all(
    queued.slice(0, most).map(async ({ note, names }) => {
      const people = await loadOrganisationPeople(database, note.id)
      const support = supported.of(note.id)
      const lacks = lacksOf(note, { support, people })
      const { id, standing, createdAt: since } = note
      return { id, names, standing, since, isSupported: support.isSupported, lacks }
    }),
  )
  return c.json(
    Desk.parse({
      queue,
      queueTotal: queued.length,
      proposals: proposed,
      reports: reportViews(reports, views),
      stale: grownOld.slice(0, most).map(({ note: { id, assuredAt }, names }) => ({ id, names, assuredAt })),
      staleTotal: grownOld.length,
      foundingCount: graph.organisations.filter(({ isFounding, standing }) => isFounding && standing === 'vetted').length,
    }),
  )
})

/** Reports about what the reader may see now; the others wait until it is there again. */
export function reportViews(reports: readonly Report[], views: Awaited<ReturnType<typeof viewsOf>>): ReportView[] {
  return reports.flatMap(({ organisationId, ...report }) => {
    const organisation = nameOf(views.get(organisationId))
    return organisation ? [{ ...report, organisation }] : []
  })
}
