import { ok, type Refusal, refuse, type Result } from '@kunak/contracts'
import type { Organisation } from '@kunak/contracts/directory'

/**
 * Gives a frozen organisation back the standing that it had. Two coordinators of two other organisations have agreed to it, which the
 * caller has made sure of. The sessions that the freeze ended stay over. Refuses what is not frozen (`not_found`).
 */
export function unfreezeOrganisation(before: Organisation): Result<Organisation, Refusal> {
  if (before.standing !== 'frozen' || before.frozen === null) return refuse({ code: 'not_found' })
  return ok({ ...before, version: before.version + 1, standing: before.frozen.before, frozen: null })
}
