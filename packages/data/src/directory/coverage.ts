import { capacities, type Coverage, type Gap, levels } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import {
  cellShown,
  type CountedCell,
  countShown,
  gapRepublics,
  nearestHelpers,
  type PossibleHelper,
  readerClassOf,
  viewOrganisation,
} from '@kunak/domain/directory'
import { codesOf, expertiseAreas, republics } from '@kunak/vocabulary'
import { cellIndex, cellWidth, countCoverage, type CountedCoverage } from './search/count-coverage.ts'
import { dayNumber } from './search/encode-document.ts'
import { stateIn } from './search/pack-state.ts'
import type { SearchGroup } from './search/select-organisations.ts'
import type { Source } from './search/sources.ts'

const areas = codesOf(expertiseAreas)
const places = codesOf(republics)

/** The expertise map for a reader on a day: the cells of all sources together, the gaps, and who is nearest to each. */
export function coverageOf(sources: readonly Source[], viewer: Viewer, now: Date): Coverage {
  const readerClass = readerClassOf(viewer)
  const isPublic = readerClass === 'public'
  const today = dayNumber(now.toISOString().slice(0, 10))
  const counted = sources.map(({ group, isLeftOut }) => ({
    group,
    coverage: countCoverage(group.loaded, isLeftOut, { readerClass, today }),
  }))
  const at = (pick: (coverage: CountedCoverage) => number | undefined) =>
    counted.reduce((sum, { coverage }) => sum + (pick(coverage) ?? 0), 0)

  const all = areas.flatMap((expertise, area) =>
    places.map((republic, place) => {
      const start = cellIndex(area, place) * cellWidth
      const number = (column: number) => at(({ cells }) => cells[start + column])
      const cell: CountedCell = {
        count: number(0),
        levels: byCode(levels, (index) => number(2 + index)),
        capacity: byCode(capacities, (index) => number(2 + levels.length + index)),
      }
      return { expertise, area, republic, cell, able: number(1) }
    }),
  )
  const kept: KeptHits = new Map(sources.map(({ group }) => [group, new Map<number, Located>()]))
  const isGapPlace = new Set<string>(gapRepublics.map(({ code }) => code))
  return {
    organisations: places.flatMap((republic, place) => {
      const count = at(({ organisations }) => organisations[place])
      return count === 0 ? [] : [{ republic, count: countShown(count, isPublic) }]
    }),
    cells: all
      .filter(({ cell }) => cell.count > 0)
      .map(({ expertise, republic, cell }) => ({ expertise, republic, ...cellShown(cell, isPublic) })),
    gaps: all
      .filter(({ able, republic }) => able === 0 && isGapPlace.has(republic))
      .map(({ expertise, area, republic }) => ({ expertise, republic, helpers: helpersFor(area, republic) })),
  }

  function helpersFor(area: number, republic: string): Gap['helpers'] {
    const from = (how: 'on_site' | 'remote') => (code: string) =>
      counted.flatMap(({ group, coverage }) =>
        (
          coverage.helpers[how][
            cellIndex(
              area,
              places.findIndex((place) => place === code),
            )
          ] ?? []
        ).map((helper) => possibleHelper(group, helper, { republic: code, kept })),
      )
    return nearestHelpers(republic, from('on_site'), from('remote')).flatMap(({ helper, how }) => {
      const view = viewOrganisation(viewer, stateIn(helper.group.loaded.file, helper.number), now)
      const place = places.find((code) => code === helper.republic)
      return view && place ? [{ id: helper.id, names: view.names, level: helper.level, from: place, how }] : []
    })
  }
}

// One helper may be near to many gaps.
type Located = ReturnType<SearchGroup['hitAt']>
type KeptHits = ReadonlyMap<SearchGroup, Map<number, Located>>

interface LocatedHelper extends PossibleHelper {
  readonly group: SearchGroup
  readonly number: number
}

function possibleHelper(
  group: SearchGroup,
  { ordinal, level, capacity }: CountedCoverage['helpers']['remote'][number][number],
  { republic, kept }: { readonly republic: string; readonly kept: KeptHits },
): LocatedHelper {
  const hits = kept.get(group)
  const hit = hits?.get(ordinal) ?? group.hitAt(ordinal)
  hits?.set(ordinal, hit)
  const { id, sortKey, number } = hit
  return { id, sortKey, number, group, republic, level: levels[level] ?? 'learning', capacity: capacities[capacity] ?? 'none' }
}

function byCode<Code extends string>(codes: readonly Code[], count: (index: number) => number): Record<Code, number> {
  return Object.fromEntries(codes.map((code, index) => [code, count(index)])) as Record<Code, number>
}
