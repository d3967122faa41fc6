import { ok, type Refusal, refuse, type Result } from '@kunak/contracts'
import type { PersonAct } from '@kunak/contracts/directory'
import type { Person } from '@kunak/contracts/identity'

/** Makes somebody a coordinator, or no longer one. Refuses what she is already, or is not (`not_now`). */
export function changeCoordinator(act: PersonAct, before: Person): Result<Person, Refusal> {
  const isCoordinator = act === 'grant_coordinator'
  if (before.isCoordinator === isCoordinator) return refuse({ code: 'not_now' })
  return ok({ ...before, version: before.version + 1, isCoordinator })
}
