import { VouchPicture } from '@kunak/contracts/directory'
import { loadVouchingGraph } from '@kunak/data/directory'
import { isLive, supportedOrganisations } from '@kunak/domain/directory'
import { Hono } from 'hono'
import type { Front } from '../../front-door/front.ts'
import { onlyCoordinators } from '../../front-door/only-coordinators.ts'
import { viewsOf } from '../../front-door/views-of.ts'

/** How many organisations a picture shows, and how many are looked at: no count tells of what this coordinator may not see. */
const most = 60
const mostLooked = 200

/** Who vouches for whom, as far as this coordinator may see both: founding organisations first, then those with the most vouches. */
export const getVouchPicture = new Hono<Front>().get('/desk/vouches', onlyCoordinators, async (c) => {
  const { database, now } = c.var.dependencies
  const graph = await loadVouchingGraph(database)
  const live = graph.vouches.filter((vouch) => isLive(vouch, now()))
  const ends = new Map<string, number>()
  for (const { from, to } of live) for (const end of [from, to]) ends.set(end, (ends.get(end) ?? 0) + 1)
  const part = graph.organisations.filter(({ id, isFounding, isFrozen }) => !isFrozen && (isFounding || ends.has(id)))
  const chosen = part
    .toSorted(
      (one, other) => Number(other.isFounding) - Number(one.isFounding) || (ends.get(other.id) ?? 0) - (ends.get(one.id) ?? 0),
    )
    .slice(0, mostLooked)
  const views = await viewsOf(
    c,
    chosen.map(({ id }) => id),
  )
  const supported = supportedOrganisations(graph, now())
  const seen = chosen.flatMap(({ id, standing, isFounding }) => {
    const view = views.get(id)
    return view ? [{ id, names: view.names, standing, isFounding, isSupported: supported.of(id).isSupported }] : []
  })
  const organisations = seen.slice(0, most)
  const shown = new Set(organisations.map(({ id }) => id))
  const vouches = live
    .filter(({ from, to }) => shown.has(from) && shown.has(to))
    .map(({ from, to, until }) => ({ from, to, until }))
  return c.json(VouchPicture.parse({ organisations, vouches, total: seen.length }))
})
