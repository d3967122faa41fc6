import { ok, OrganisationId, type PersonId, refuse, type Refusal, type Result } from '@kunak/contracts'
import type { Role } from '@kunak/contracts/identity'
import { hasRole, isOwn, refuseStranger } from '@kunak/domain/identity'
import type { FrontContext } from './front.ts'
import { viewsOf } from './views-of.ts'

/** One of the reader's own organisations, and she herself. */
export interface Own {
  readonly organisationId: OrganisationId
  readonly personId: PersonId
}

/**
 * The organisation that the address names, for its own people alone, or, where a role is named, for who holds it. Refuses strangers,
 * and with `not_found` whoever may not know of it.
 */
export async function ownOrganisation(c: FrontContext, role?: Role): Promise<Result<Own, Refusal>> {
  const { viewer } = c.var
  const id = OrganisationId.safeParse(c.req.param('id'))
  if (!id.success || !(await viewsOf(c, [id.data])).has(id.data)) return refuse({ code: 'not_found' })
  const mayAct = role ? hasRole(viewer, id.data, role) : isOwn(viewer, id.data)
  if (!mayAct || viewer.personId === null) return refuseStranger(viewer)
  return ok({ organisationId: id.data, personId: viewer.personId })
}
