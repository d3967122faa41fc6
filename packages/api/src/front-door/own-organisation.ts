import { ok, OrganisationId, type PersonId, refuse, type Refusal, type Result } from '@kunak/contracts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Role } from '@kunak/contracts/identity'
import { loadOrganisation } from '@kunak/data/directory'
import { viewOrganisation } from '@kunak/domain/directory'
import { hasRole, isOwn, refuseStranger } from '@kunak/domain/identity'
import type { FrontContext } from './front.ts'

/** One of the reader's own organisations, and she herself. */
export interface Own {
  readonly organisation: Organisation
  readonly personId: PersonId
}

/**
 * The organisation that the address names, for its own people alone, or, where a role is named, for who holds it. Refuses strangers,
 * and with `not_found` whoever may not know of it.
 */
export async function ownOrganisation(c: FrontContext, role?: Role): Promise<Result<Own, Refusal>> {
  const { viewer, dependencies } = c.var
  const id = OrganisationId.safeParse(c.req.param('id'))
  const organisation = id.success ? await loadOrganisation(dependencies.database, id.data) : null
  if (!organisation || !viewOrganisation(viewer, organisation, dependencies.now())) return refuse({ code: 'not_found' })
  const mayAct = role ? hasRole(viewer, organisation.id, role) : isOwn(viewer, organisation.id)
  if (!mayAct || viewer.personId === null) return refuseStranger(viewer)
  return ok({ organisation, personId: viewer.personId })
}
