import { type Organisation, type StandingNote, type Vouch, Vouches } from '@kunak/contracts/directory'
import { loadGivenVouches, loadReceivedVouches, loadToldVouches, loadVouchingGraph } from '@kunak/data/directory'
import { loadOrganisationPeople } from '@kunak/data/identity'
import { countsFrom, supportedOrganisations, viewOrganisation, vouchesLeft } from '@kunak/domain/directory'
import { isOwn, refuseStranger } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../../front-door/answer-problem.ts'
import type { Front } from '../../front-door/front.ts'
import { organisationOf } from '../change-organisation.ts'
import { lacksOf } from './lacks-of.ts'
import { vouchViews } from './vouch-views.ts'

/** What an organisation has given and received, and what it lacks to be vetted: for its own people and coordinators. */
export const listVouches = new Hono<Front>().get('/organisations/:id/vouches', async (c) => {
  const { viewer, dependencies } = c.var
  const { database } = dependencies
  const now = dependencies.now()
  const organisation = await organisationOf(c)
  if (!organisation || !viewOrganisation(viewer, organisation, now)) return answerProblem(c, 'not_found')
  if (!isOwn(viewer, organisation.id) && !viewer.isCoordinator) return answerRefusal(c, refuseStranger(viewer).refusal)
  const { vouches } = await loadGivenVouches(database, organisation.id)
  const [given, received, graph, people] = await Promise.all([
    loadToldVouches(database, latest(vouches)),
    loadReceivedVouches(database, organisation.id),
    loadVouchingGraph(database),
    loadOrganisationPeople(database, organisation.id),
  ])
  const support = supportedOrganisations(graph, now).of(organisation.id)
  return c.json(
    Vouches.parse({
      given: await vouchViews(c, given, { other: 'to', graph }),
      received: await vouchViews(c, received, { other: 'from', graph }),
      left: vouchesLeft(vouches, now),
      countsFrom: countsFromOf(organisation),
      isSupported: support.isSupported,
      lacks: lacksOf(organisation, { support, people }),
    }),
  )
})

/** The last vouch for each organisation; one that was taken back may have been given again. */
export function latest(vouches: readonly Vouch[]): Vouch[] {
  return [...new Map(vouches.toSorted((one, other) => (one.at < other.at ? -1 : 1)).map((vouch) => [vouch.to, vouch])).values()]
}

function countsFromOf(
  organisation: Pick<Organisation, 'standing'> & Pick<StandingNote, 'vettedAt' | 'isFounding'>,
): string | null {
  return countsFrom(organisation)?.toISOString() ?? null
}
