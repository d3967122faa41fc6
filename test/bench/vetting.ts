import { standingsLost, supportedOrganisations, type VouchingGraph } from '@kunak/domain/directory'
import { aStandingNote, aVouch, numberedId, storyTime } from '@kunak/testing'
import { growthExponent, percentile, type Row } from './row.ts'

const now = new Date(storyTime)
const sizes = [1000, 3000, 10_000]
const rounds = 7

/**
 * Recomputing who stands on vouches, three vouches for each organisation: in a network grown as networks grow, and in the worst one
 * for the rule, a ladder in which each stands on the two before it and all of it falls from the first rung.
 */
export function bench(): Promise<readonly Row[]> {
  const rows = (['grown', 'falling ladder'] as const).flatMap((kind) => {
    const costs = new Map<number, number>()
    const measured = sizes.map((organisations): Row => {
      const graph = kind === 'grown' ? grown(organisations) : ladder(organisations)
      const samples = Array.from({ length: rounds }, () => timed(() => standingsLost(graph, now)))
      const value = percentile(samples, 0.5)
      costs.set(organisations, value)
      const isLargest = organisations === sizes.at(-1)
      return {
        bench: 'vetting',
        what: `${kind}: recompute, median`,
        organisations,
        value,
        unit: 'ms',
        ...(isLargest && { atMost: 1000 }),
      }
    })
    const growth: Row = { bench: 'vetting', what: `${kind}: growth`, value: growthExponent(costs), unit: 'exponent', atMost: 1.5 }
    return [...measured, growth]
  })
  const supported = supportedOrganisations(grown(10_000), now)
  const chains: Row = {
    bench: 'vetting',
    what: 'two chains of one organisation',
    organisations: 10_000,
    value: timed(() => supported.chainsTo(numberedId(9999))),
    unit: 'ms',
  }
  return Promise.resolve([...rows, chains])
}

/** Twenty founding organisations; each later one is vouched for by three earlier ones. */
function grown(size: number): VouchingGraph {
  let seed = 20_261_122
  // Any sequence will do that is the same in every run (Numerical Recipes' constants).
  const chance = () => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
  const organisations = Array.from({ length: size }, (_, number) => aStandingNote(number, { isFounding: number < 20 }))
  const vouches = organisations.flatMap((_, number) =>
    number < 20 ? [] : [...new Set([0, 1, 2].map(() => Math.floor(chance() * number)))].map((from) => aVouch(from, number)),
  )
  return { organisations, vouches }
}

/** Each is vouched for by the three before it, and the first rung by one founding organisation only. */
function ladder(size: number): VouchingGraph {
  const organisations = Array.from({ length: size }, (_, number) => aStandingNote(number, { isFounding: number === 0 }))
  const vouches = organisations.flatMap((_, number) =>
    [1, 2, 3].filter((step) => number - step >= 0).map((step) => aVouch(number - step, number)),
  )
  return { organisations, vouches }
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
