import { PersonId } from '@kunak/contracts'
import type { Identity, Role } from '@kunak/contracts/identity'
import { demoId } from '../../packages/local/src/demo/demo-organisation.ts'

let counted = 0

/** Somebody new in an organisation of the demo network, named by its number there. */
export function someoneOf(organisation: number, role: Role): Identity {
  return { personId: aPerson(), memberships: [{ organisationId: demoId(organisation), role }], isCoordinator: false }
}

export function aCoordinator(): Identity {
  return { personId: aPerson(), memberships: [], isCoordinator: true }
}

/** The address of an organisation of the demo network, after the language. */
export function organisationPath(number: number): string {
  return `/organisations/${demoId(number)}`
}

function aPerson(): PersonId {
  counted += 1
  return PersonId.parse(`01JJ0VRNEY${String(counted).padStart(16, '0')}`)
}
