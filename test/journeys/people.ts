import type { Role } from '@kunak/contracts/identity'
import { aPerson, aPersonOf, type Someone } from '@kunak/testing'
import { demoAlertId } from '../../packages/local/src/demo/alerts.ts'
import { demoPledgeId } from '../../packages/local/src/demo/pledges.ts'
import { demoId } from '../../packages/local/src/demo/demo-organisation.ts'

/** Somebody new in an organisation of the demo network, named by its number there. */
export function someoneOf(organisation: number, role: Role): Someone {
  return aPersonOf(demoId(organisation), role)
}

/** A coordinator who is new; of an organisation of the demo network, where its number is said. */
export function aCoordinator(organisation?: number): Someone {
  const who = organisation === undefined ? aPerson() : someoneOf(organisation, 'member')
  return { ...who, isCoordinator: true }
}

/** The address of an organisation of the demo network, after the language. */
export function organisationPath(number: number): string {
  return `/organisations/${demoId(number)}`
}

/** The address of an alert of the demo network, by its place there, after the language. */
export function alertPath(place: number): string {
  return `/alerts/${demoAlertId(place)}`
}

/** The address of a pledge of the demo network, by the place of its alert and its own, after the language. */
export function pledgePath(alert: number, place: number): string {
  return `${alertPath(alert)}/pledges/${demoPledgeId(place)}`
}
