import { Desk, type Report, type ReportView, type StandingNote } from '@kunak/contracts/directory'
import { loadOpenProposals, loadReports, loadVouchingGraph } from '@kunak/data/directory'
import { loadOrganisationPeople } from '@kunak/data/identity'
import { freezeCodeOf, freshnessOf, supportedOrganisations } from '@kunak/domain/directory'
import { Hono } from 'hono'
import type { Front } from '../../front-door/front.ts'
import { onlyCoordinators } from '../../front-door/only-coordinators.ts'
import { viewsOf } from '../../front-door/views-of.ts'
import { proposalViews } from '../proposals/proposal-views.ts'
import { lacksOf } from '../vouching/lacks-of.ts'

/** How many of each list a page shows. */
const most = 20

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
  const shown = [...waiting.slice(0, most), ...stale.slice(0, most)].map(({ id }) => id)
  const views = await viewsOf(c, [...shown, ...reports.map(({ organisationId }) => organisationId)])
  const supported = supportedOrganisations(graph, now())
  const queue = await Promise.all(
    waiting.slice(0, most).map(async (note) => {
      const view = views.get(note.id)
      if (!view) return []
      const people = await loadOrganisationPeople(database, note.id)
      const support = supported.of(note.id)
      const { id, names } = view
      const lacks = lacksOf(note, { support, people })
      return [{ id, names, standing: note.standing, since: note.createdAt, isSupported: support.isSupported, lacks }]
    }),
  )
  return c.json(
    Desk.parse({
      queue: queue.flat(),
      queueTotal: waiting.length,
      proposals: await proposalViews(c, proposals),
      reports: reportViews(reports, views),
      stale: stale.slice(0, most).flatMap(({ id, assuredAt }) => {
        const view = views.get(id)
        return view ? [{ id, names: view.names, assuredAt }] : []
      }),
      staleTotal: stale.length,
      frozen: frozenOf(graph.organisations),
      foundingCount: graph.organisations.filter(({ isFounding, standing }) => isFounding && standing === 'vetted').length,
    }),
  )
})

/** Reports about what the reader may see now; the others wait until it is there again. */
export function reportViews(reports: readonly Report[], views: Awaited<ReturnType<typeof viewsOf>>): ReportView[] {
  return reports.flatMap(({ organisationId, ...report }) => {
    const view = views.get(organisationId)
    return view ? [{ ...report, organisation: { id: view.id, names: view.names } }] : []
  })
}

function frozenOf(notes: readonly StandingNote[]) {
  return notes
    .filter(({ isFrozen }) => isFrozen)
    .map(({ id, republics, frozenAt, createdAt }) => ({ freezeCode: freezeCodeOf(id), republics, since: frozenAt ?? createdAt }))
    .toSorted((one, other) => (one.since < other.since ? 1 : -1))
}
