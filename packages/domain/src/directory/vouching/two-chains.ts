import type { Edges } from './dominators.ts'

/**
 * Two ways from node 0 to a node that share no other node, or one, or none: two rounds of augmenting paths through a graph in which
 * every node may be passed once (L. R. Ford, D. R. Fulkerson: Maximal Flow through a Network, 1956). Without node 0 and with the node.
 */
export function twoChains(edges: Edges, target: number): number[][] {
  /** For each node that a chain passes: the one after and the one before it. The source has two after it. */
  const after = new Map<number, number>()
  const before = new Map<number, number>()
  const starts: number[] = []
  const ends: number[] = []
  for (let round = 0; round < 2; round += 1) {
    const way = augmentingWay(edges, target, { after, before, starts, ends })
    if (!way) break
    apply(way, target, { after, before, starts, ends })
  }
  return starts.map((start) => {
    const chain = [start]
    for (let node = start; node !== target;) {
      node = after.get(node) ?? target
      chain.push(node)
    }
    return chain
  })
}

interface Flow {
  readonly after: Map<number, number>
  readonly before: Map<number, number>
  readonly starts: number[]
  readonly ends: number[]
}

/** A node as it is entered or left; going back along a chain leaves it by its entrance. */
type Side = `${number}in` | `${number}out`

function augmentingWay(edges: Edges, target: number, { after, before, starts, ends }: Flow): Side[] | null {
  const from = new Map<Side, Side | null>([['0out', null]])
  const waiting: Side[] = ['0out']
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const here = next
    const node = Number.parseInt(here, 10)
    const isOut = here.endsWith('out')
    const go = (side: Side) => {
      if (from.has(side)) return
      from.set(side, here)
      waiting.push(side)
    }
    if (isOut) {
      for (const to of edges[node] ?? []) {
        const isUsed = node === 0 ? starts.includes(to) : to === target ? ends.includes(node) : after.get(node) === to
        if (to === 0 || isUsed) continue
        go(`${to}in`)
        if (to === target) return wayTo(`${to}in`, from)
      }
      // Back through a node that a chain passes.
      if (node !== 0 && after.has(node)) go(`${node}in`)
    } else if (!after.has(node)) {
      go(`${node}out`)
    } else {
      // Into a node that is taken: only back along its chain.
      const back = before.get(node)
      if (back !== undefined) go(`${back}out`)
    }
  }
  return null
}

function wayTo(end: Side, from: ReadonlyMap<Side, Side | null>): Side[] {
  const way: Side[] = []
  for (let side: Side | null | undefined = end; side; side = from.get(side)) way.push(side)
  return way.reverse()
}

/** Adds the new way to the flow: what it goes along is taken, what it goes back along is given up. */
function apply(way: readonly Side[], target: number, { after, before, starts, ends }: Flow): void {
  const links = new Map<number, number>([...after].map(([node, next]) => [node, next]))
  const taken: (readonly [number, number])[] = []
  for (const [index, side] of way.entries()) {
    const next = way[index + 1]
    if (!next) break
    const [one, other] = [Number.parseInt(side, 10), Number.parseInt(next, 10)]
    if (one === other) continue
    if (side.endsWith('out') && next.endsWith('in')) taken.push([one, other])
    else links.delete(other)
  }
  for (const [one, other] of taken) {
    if (one === 0) starts.push(other)
    else links.set(one, other)
  }
  after.clear()
  before.clear()
  ends.length = 0
  for (const [one, other] of links) {
    after.set(one, other)
    if (other === target) ends.push(one)
    else before.set(other, one)
  }
}
