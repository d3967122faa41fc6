import type { OrganisationId } from '@kunak/contracts'
import type { Lack, StandingNote, Vouch } from '@kunak/contracts/directory'
import { twoChains } from './two-chains.ts'
import { isLive, mayVouch } from './counting-vouches.ts'
import { immediateDominators } from './dominators.ts'

export interface VouchingGraph {
  readonly organisations: readonly StandingNote[]
  readonly vouches: readonly Vouch[]
}

/** Whether the network's vouches carry an organisation, and if not, what is missing. */
export interface Support {
  readonly isSupported: boolean
  readonly lacks: readonly Extract<Lack, 'chain' | 'second_chain' | 'second_republic'>[]
  /** The organisation that every chain passes, where a second chain is missing. */
  readonly through: OrganisationId | null
}

export interface SupportedOrganisations {
  readonly of: (id: OrganisationId) => Support
  /** Two chains of vouches that share nobody, each from a founding organisation to this one; one, or none, where there are no two. */
  readonly chainsTo: (id: OrganisationId) => readonly (readonly OrganisationId[])[]
}

const source = 0
const unknown: Support = { isSupported: false, lacks: ['chain'], through: null }

/**
 * Which organisations stand by themselves: founding ones, and whoever is reached by two chains of counting vouches that share no
 * organisation and whose direct vouchers work in two republics. By Menger's theorem two such chains exist exactly where no single
 * organisation lies on every chain: where its immediate dominator, seen from the source of all founding ones, is that source itself.
 * A voucher that does not stand does not count either, so it is repeated until nobody falls any more. `isOverCounted` also counts
 * vouches whose time is over, to tell what was lost by time from what was taken back.
 */
export function supportedOrganisations(
  { organisations, vouches }: VouchingGraph,
  now: Date,
  { isOverCounted = false } = {},
): SupportedOrganisations {
  const numbers = new Map(organisations.map(({ id }, index) => [id, index + 1]))
  const nodes = [null, ...organisations]
  const isFounding = nodes.map((node) => node !== null && node.isFounding && node.standing === 'vetted')
  const stands = nodes.map((node) => node !== null && mayVouch(node, now))
  const into: number[][] = nodes.map(() => [])
  for (const vouch of vouches) {
    const [from, to] = [numbers.get(vouch.from), numbers.get(vouch.to)]
    const counts = isOverCounted ? vouch.revokedAt === null : isLive(vouch, now)
    if (from !== undefined && to !== undefined && from !== to && counts && stands[from]) into[to]?.push(from)
  }
  const republicsOf = (node: number) =>
    new Set((into[node] ?? []).filter((from) => stands[from]).flatMap((from) => nodes[from]?.republics ?? []))
  const looksSupported = (node: number) =>
    isFounding[node] || ((into[node] ?? []).filter((from) => stands[from]).length >= 2 && republicsOf(node).size >= 2)

  let dominators = new Int32Array()
  let edges: number[][] = []
  for (let hasFallen = true; hasFallen;) {
    fallNearby(nodes.length, { stands, into, looksSupported })
    edges = nodes.map(() => [])
    for (const node of nodes.keys()) if (isFounding[node]) edges[source]?.push(node)
    for (const [to, froms] of into.entries()) for (const from of froms) if (stands[from]) edges[from]?.push(to)
    dominators = immediateDominators(edges)
    hasFallen = false
    for (const node of stands.keys())
      if (stands[node] && dominators[node] !== source) {
        stands[node] = false
        hasFallen = true
      }
  }

  return {
    of: (id) => {
      const node = numbers.get(id)
      if (node === undefined) return unknown
      const dominator = dominators[node] ?? -1
      const lacks: Support['lacks'] = [
        ...(dominator === -1 ? (['chain'] as const) : dominator === source ? [] : (['second_chain'] as const)),
        ...(isFounding[node] || republicsOf(node).size >= 2 ? [] : (['second_republic'] as const)),
      ]
      return { isSupported: lacks.length === 0, lacks, through: (dominator > 0 && nodes[dominator]?.id) || null }
    },
    chainsTo: (id) => {
      const node = numbers.get(id)
      if (node === undefined) return []
      return twoChains(edges, node).map((chain) => chain.flatMap((step) => nodes[step]?.id ?? []))
    },
  }
}

/** Lets fall, one after another, whoever visibly lacks a second voucher or republic: most of what falls, without looking further. */
function fallNearby(
  count: number,
  { stands, into, looksSupported }: { stands: boolean[]; into: number[][]; looksSupported: (node: number) => boolean },
): void {
  const out: number[][] = Array.from({ length: count }, () => [])
  for (const [to, froms] of into.entries()) for (const from of froms) out[from]?.push(to)
  const waiting = [...stands.keys()]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!stands[node] || looksSupported(node)) continue
    stands[node] = false
    waiting.push(...(out[node] ?? []))
  }
}
