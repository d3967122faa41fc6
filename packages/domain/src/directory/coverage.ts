import type { Capacity, CoverageCell, Level } from '@kunak/contracts/directory'

/** A cell of the map before anybody is shown it. */
export interface CountedCell {
  readonly count: number
  readonly levels: Readonly<Record<Level, number>>
  readonly capacity: Readonly<Record<Capacity, number>>
}

/** Below this many, the public is not told how many: one or two organisations in a republic can be told apart. */
const fewBelow = 3

/** A count as a reader may know it: exact for whoever is in the network, `few` for the public below three. */
export function countShown(count: number, isPublic: boolean): number | 'few' {
  return isPublic && count < fewBelow ? 'few' : count
}

/** What of a counted cell a reader may know: with `few` come neither levels nor capacity. */
export function cellShown(cell: CountedCell, isPublic: boolean): Pick<CoverageCell, 'count' | 'levels' | 'capacity'> {
  const count = countShown(cell.count, isPublic)
  return count === 'few' ? { count } : { count, levels: cell.levels, capacity: cell.capacity }
}
