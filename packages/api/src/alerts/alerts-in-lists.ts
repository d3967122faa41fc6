import type { AlertId } from '@kunak/contracts'
import type { AlertView } from '@kunak/contracts/alerts'
import { listAlertIds, loadAlerts } from '@kunak/data/alerts'
import type { AlertList } from '@kunak/domain/alerts'
import type { FrontContext } from '../front-door/front.ts'
import { alertStore } from './change-alert.ts'
import { viewsOfAlerts } from './views-of-alerts.ts'

const pageLength = 50
/** An end even to what a reader may not see, which she could else make us read again and again. */
const mostPages = 40

/**
 * What this reader, or another viewer, may see of the alerts of some lists, newest first: as many as are wanted `first` are read at once,
 * the others as far as somebody asks. What is hidden is not among them, so that no count and no cursor can tell of it.
 */
export async function* alertsInLists(
  c: FrontContext,
  asked: { readonly lists: readonly AlertList[]; readonly isOpen: boolean; readonly before?: AlertId; readonly first?: number },
  viewer = c.var.viewer,
): AsyncGenerator<AlertView> {
  const { lists, isOpen, first = pageLength } = asked
  let { before } = asked
  for (let page = 1; page <= mostPages; page += 1) {
    const limit = page === 1 ? first : pageLength
    const ids = await listAlertIds(c.var.dependencies.database, { lists, isOpen, before, limit })
    yield* await viewsOfAlerts(c, await loadAlerts(alertStore(c), ids), viewer)
    if (ids.length < limit) return
    before = ids.at(-1)
  }
}
