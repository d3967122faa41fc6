import { ok, type Refusal, refuse, type Result } from '@kunak/contracts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { hasRole, refuseStranger } from '../identity/index.ts'
import { viewOrganisation } from './view-organisation.ts'

/**
 * Hides an organisation everywhere at once: its steward alone may, so that it is quick, or `two_coordinators` whose agreement the
 * caller has made sure of. Everything else follows from this one state at the next read. Refuses what the reader may not see, also
 * because it is frozen already (`not_found`), and what is not hers to freeze.
 */
export function freezeOrganisation(
  by: Viewer | 'two_coordinators',
  before: Organisation,
  now: Date,
): Result<Organisation, Refusal> {
  if (before.standing === 'frozen' || before.standing === 'left') return refuse({ code: 'not_found' })
  if (by !== 'two_coordinators') {
    if (viewOrganisation(by, before, now) === null) return refuse({ code: 'not_found' })
    if (!hasRole(by, before.id, 'steward')) return refuseStranger(by)
  }
  const at = now.toISOString()
  const { standing, version } = before
  return ok({ ...before, version: version + 1, standing: 'frozen', frozen: { at, before: standing }, lastFrozenAt: at })
}
