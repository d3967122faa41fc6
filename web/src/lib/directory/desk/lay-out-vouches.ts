import type { VouchPicture } from '@kunak/contracts/directory'

/** A place in the picture: founding organisations are in column 0, each later column is one vouch further from them. */
export interface Place {
  readonly id: string
  readonly x: number
  readonly y: number
}

export interface Layout {
  readonly width: number
  readonly height: number
  readonly places: readonly Place[]
}

const columnWidth = 190
const rowHeight = 26
const margin = 14
/** Enough rounds to take most crossings away (K. Sugiyama, S. Tagawa, M. Toda, IEEE Trans. SMC 11(2), 1981: barycentres). */
const rounds = 4

/** Places organisations in columns by their distance from founding ones, each near those it is vouched for by. */
export function layOutVouches({ organisations, vouches }: Pick<VouchPicture, 'organisations' | 'vouches'>): Layout {
  const column = distances({ organisations, vouches })
  const last = Math.max(0, ...column.values())
  const columns = Array.from({ length: last + 1 }, (_, index) =>
    organisations.map(({ id }) => id).filter((id) => (column.get(id) ?? last) === index),
  )
  for (let round = 0; round < rounds; round += 1) {
    const rank = new Map(columns.flatMap((ids) => ids.map((id, index) => [id, index / Math.max(1, ids.length - 1)] as const)))
    for (const ids of columns.slice(1)) {
      const middle = new Map(ids.map((id) => [id, barycentre(id, vouches, rank)]))
      ids.sort((one, other) => (middle.get(one) ?? 0) - (middle.get(other) ?? 0))
    }
  }
  const most = Math.max(1, ...columns.map(({ length }) => length))
  const height = most * rowHeight + 2 * margin
  const places = columns.flatMap((ids, index) =>
    ids.map((id, row) => ({
      id,
      x: margin + index * columnWidth,
      y: Math.round(margin + ((row + 0.5) * (height - 2 * margin)) / ids.length),
    })),
  )
  return { width: columns.length * columnWidth + margin, height, places }
}

/** How many vouches each organisation is away from a founding one; those that none reaches come last. */
function distances({ organisations, vouches }: Pick<VouchPicture, 'organisations' | 'vouches'>): Map<string, number> {
  const distance = new Map<string, number>(organisations.filter(({ isFounding }) => isFounding).map(({ id }) => [id, 0]))
  const waiting = [...distance.keys()]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
    for (const { from, to } of vouches) {
      if (from !== next || distance.has(to)) continue
      distance.set(to, (distance.get(next) ?? 0) + 1)
      waiting.push(to)
    }
  const beyond = Math.max(0, ...distance.values()) + 1
  for (const { id } of organisations) if (!distance.has(id)) distance.set(id, beyond)
  return distance
}

function barycentre(id: string, vouches: VouchPicture['vouches'], rank: ReadonlyMap<string, number>): number {
  const ranks = vouches.filter(({ to }) => to === id).map(({ from }) => rank.get(from) ?? 0)
  return ranks.reduce((sum, one) => sum + one, 0) / Math.max(1, ranks.length)
}
