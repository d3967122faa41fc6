import type { OrganisationId } from '@kunak/contracts'
import { type Capacity, capacities, type Expertise, type Level, levels } from '@kunak/contracts/directory'
import { codesOf, republics } from '@kunak/vocabulary'
import { compareText } from './compare-text.ts'

/** Whether somebody with this entry of expertise can be counted on: more than learning, and able to take something on. */
export function canHelp({ level, capacity }: Pick<Expertise, 'level' | 'capacity'>): boolean {
  return level !== 'learning' && capacity !== 'none'
}

/** Whether an entry is delivered on the spot, at a distance, or both. */
export function deliveredBy({ delivery }: Pick<Expertise, 'delivery'>): readonly ('on_site' | 'remote')[] {
  return delivery === 'both' ? ['on_site', 'remote'] : [delivery]
}

/** Somebody who can help in an area, as far as choosing between helpers needs to know. */
export interface PossibleHelper {
  readonly id: OrganisationId
  readonly sortKey: string
  readonly level: Level
  readonly capacity: Capacity
  readonly republic: string
}

/** A gap can only be where people are to be served: in a republic or the krai, not "elsewhere" or in exile. */
export const gapRepublics = republics.filter(({ kind }) => kind !== 'pseudo')

/** As many helpers as are named for one gap. */
export const mostHelpers = 3

/**
 * Those who help nearest to a republic: on site from a republic next door first, then remotely from anywhere; within each the best
 * level, then the most capacity, then by name. `onSite` and `remote` answer who can help in the area from a republic.
 */
export function nearestHelpers<Helper extends PossibleHelper>(
  republic: string,
  onSite: (republic: string) => readonly Helper[],
  remote: (republic: string) => readonly Helper[],
): { readonly helper: Helper; readonly how: 'next_republic' | 'remote' }[] {
  const neighbours = republics.find(({ code }) => code === republic)?.neighbours ?? []
  const nextDoor = neighbours.flatMap(onSite).sort(byUsefulness)
  const far = codesOf(republics).flatMap(remote).sort(byUsefulness)
  const seen = new Set<OrganisationId>()
  return [
    ...nextDoor.map((helper) => ({ helper, how: 'next_republic' as const })),
    ...far.map((helper) => ({ helper, how: 'remote' as const })),
  ]
    .filter(({ helper: { id } }) => !seen.has(id) && seen.add(id))
    .slice(0, mostHelpers)
}

/** The better helper first. */
function byUsefulness(one: PossibleHelper, other: PossibleHelper): number {
  return (
    levels.indexOf(one.level) - levels.indexOf(other.level) ||
    capacities.indexOf(one.capacity) - capacities.indexOf(other.capacity) ||
    compareText(one.sortKey, other.sortKey) ||
    compareText(one.id, other.id) ||
    compareText(one.republic, other.republic)
  )
}
