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

/** How somebody is near: works there, works next door and comes, or helps from wherever she is. */
export type Nearness = 'in_republic' | 'next_republic' | 'remote'

/**
 * Everybody who can help in a republic, nearest first: who works there, then on site from next door, then remotely from anywhere; within
 * each the best level, then the most capacity, then by name. `onSite` and `remote` answer who can help from a republic.
 */
export function helpersByNearness<Helper extends PossibleHelper>(
  republic: string,
  onSite: (republic: string) => readonly Helper[],
  remote: (republic: string) => readonly Helper[],
): { readonly helper: Helper; readonly how: Nearness }[] {
  const neighbours = republics.find(({ code }) => code === republic)?.neighbours ?? []
  const groups = [
    { how: 'in_republic' as const, helpers: [...onSite(republic), ...remote(republic)] },
    { how: 'next_republic' as const, helpers: neighbours.flatMap(onSite) },
    { how: 'remote' as const, helpers: codesOf(republics).flatMap(remote) },
  ]
  const seen = new Set<OrganisationId>()
  return groups
    .flatMap(({ how, helpers }) => helpers.toSorted(byUsefulness).map((helper) => ({ helper, how })))
    .filter(({ helper: { id } }) => !seen.has(id) && seen.add(id))
}

/** The few who help nearest to a gap: a republic in which nobody can. */
export function nearestHelpers<Helper extends PossibleHelper>(
  republic: string,
  onSite: (republic: string) => readonly Helper[],
  remote: (republic: string) => readonly Helper[],
): { readonly helper: Helper; readonly how: Exclude<Nearness, 'in_republic'> }[] {
  return helpersByNearness(republic, onSite, remote)
    .flatMap(({ helper, how }) => (how === 'in_republic' ? [] : [{ helper, how }]))
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
