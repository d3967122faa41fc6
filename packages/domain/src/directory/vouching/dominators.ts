/** A directed graph over the nodes 0 … n-1: the nodes that each one leads to. */
export type Edges = readonly (readonly number[])[]

/**
 * The immediate dominator of every node that can be reached from node 0: the last node that each way to it passes. -1 for node 0 and
 * for what cannot be reached. O(m log n), whatever the graph: nobody can make it slow by vouching.
 * T. Lengauer, R. E. Tarjan: A Fast Algorithm for Finding Dominators in a Flowgraph, ACM TOPLAS 1(1), 1979, the simple version.
 */
export function immediateDominators(edges: Edges): Int32Array<ArrayBuffer> {
  const n = edges.length
  const { order, number, parent } = walk(edges)
  const into: number[][] = order.map(() => [])
  for (const node of order) for (const next of edges[node] ?? []) into[at(number, next)]?.push(at(number, node))

  // From here on nodes go by their place in the walk.
  const semi = Int32Array.from(order.keys())
  const label = Int32Array.from(order.keys())
  const ancestor = new Int32Array(order.length).fill(-1)
  const dominator = new Int32Array(order.length).fill(-1)
  const bucket: number[][] = order.map(() => [])
  const best = (node: number) => lowest(node, { ancestor, label, semi })
  for (let w = order.length - 1; w > 0; w -= 1) {
    for (const v of into[w] ?? []) semi[w] = Math.min(at(semi, w), at(semi, best(v)))
    bucket[at(semi, w)]?.push(w)
    const p = at(parent, w)
    ancestor[w] = p
    for (const v of bucket[p]?.splice(0) ?? []) {
      const u = best(v)
      dominator[v] = at(semi, u) < at(semi, v) ? u : p
    }
  }
  for (let w = 1; w < order.length; w += 1) if (dominator[w] !== semi[w]) dominator[w] = at(dominator, at(dominator, w))

  const found = new Int32Array(n).fill(-1)
  for (const [w, node] of order.entries()) if (w > 0) found[node] = at(order, at(dominator, w))
  return found
}

/** A walk in depth from node 0: the nodes in the order met, the place of each, and the place from which each was met. */
function walk(edges: Edges) {
  const order: number[] = []
  const number = new Int32Array(edges.length).fill(-1)
  const parent = new Int32Array(edges.length)
  const stack: (readonly [node: number, from: number])[] = [[0, -1]]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [node, from] = top
    if (at(number, node) !== -1) continue
    const place = order.length
    number[node] = place
    parent[place] = from
    order.push(node)
    const next = edges[node] ?? []
    for (let index = next.length - 1; index >= 0; index -= 1) stack.push([at(next, index), place])
  }
  return { order, number, parent }
}

interface Forest {
  readonly ancestor: Int32Array
  readonly label: Int32Array
  readonly semi: Int32Array
}

/** The node with the lowest semidominator on the way up from a node; shortens that way, so that the next question is quick. */
function lowest(node: number, { ancestor, label, semi }: Forest): number {
  if (at(ancestor, node) === -1) return node
  const path: number[] = []
  for (let up = node; at(ancestor, at(ancestor, up)) !== -1; up = at(ancestor, up)) path.push(up)
  for (const below of path.reverse()) {
    const above = at(ancestor, below)
    if (at(semi, at(label, above)) < at(semi, at(label, below))) label[below] = at(label, above)
    ancestor[below] = at(ancestor, above)
  }
  return at(label, node)
}

const at = (list: ArrayLike<number>, index: number): number => list[index] ?? -1
