import type { OrganisationId } from '@kunak/contracts'
import type { StandingNote } from '@kunak/contracts/directory'
import { aStandingNote, aVouch, numberedId, storyTime, vouchingGraphs } from '@kunak/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standingsLost } from './review-standings.ts'
import { supportedOrganisations, type VouchingGraph } from './supported-organisations.ts'

const now = new Date(storyTime)
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString()

/** The rule again, word for word: every simple chain from every founding organisation, and whether two of them share nobody. */
function supportedByEnumeration({ organisations, vouches }: VouchingGraph): Set<OrganisationId> {
  const isFounding = (one: StandingNote) => one.isFounding && one.standing === 'vetted'
  let counting = organisations.filter(
    (one) => one.standing === 'vetted' && (one.isFounding || (one.vettedAt !== null && one.vettedAt <= daysAgo(60))),
  )
  for (;;) {
    const ids = new Set(counting.map(({ id }) => id))
    const live = vouches.filter(
      ({ from, to, revokedAt, until }) => ids.has(from) && from !== to && revokedAt === null && until > now.toISOString(),
    )
    const chainsTo = (id: OrganisationId, below: readonly OrganisationId[]): OrganisationId[][] =>
      live
        .filter(({ from, to }) => to === id && !below.includes(from))
        .flatMap(({ from }) => [
          ...(organisations.some((one) => one.id === from && isFounding(one)) ? [[from]] : []),
          ...chainsTo(from, [...below, from]).map((chain) => [...chain, from]),
        ])
    const isSupported = (one: StandingNote) => {
      if (isFounding(one)) return true
      const chains = chainsTo(one.id, [one.id])
      const areTwo = chains.some((chain) => chains.some((other) => !chain.some((id) => other.includes(id))))
      const vouchers = live.filter(({ to }) => to === one.id).map(({ from }) => from)
      return (
        areTwo && new Set(organisations.filter(({ id }) => vouchers.includes(id)).flatMap(({ republics }) => republics)).size >= 2
      )
    }
    const standing = counting.filter(isSupported)
    if (standing.length === counting.length) return new Set(organisations.filter(isSupported).map(({ id }) => id))
    counting = standing
  }
}

describe('the rule', () => {
  it('is that of chains written out one by one', () => {
    fc.assert(
      fc.property(vouchingGraphs(7), (graph) => {
        const supported = supportedOrganisations(graph, now)
        const expected = supportedByEnumeration(graph)
        expect(graph.organisations.filter(({ id }) => supported.of(id).isSupported).map(({ id }) => id)).toEqual(
          graph.organisations.filter(({ id }) => expected.has(id)).map(({ id }) => id),
        )
        for (const { id, isFounding, standing } of graph.organisations) {
          const chains = supported.chainsTo(id)
          const passed = chains.flatMap((chain) => chain.slice(0, -1))
          expect(new Set(passed).size).toBe(passed.length)
          for (const chain of chains)
            for (const [index, from] of chain.slice(0, -1).entries())
              expect(graph.vouches.some((vouch) => vouch.from === from && vouch.to === chain[index + 1])).toBe(true)
          if (isFounding && standing === 'vetted') continue
          const { lacks } = supported.of(id)
          expect(chains.length).toBe(lacks.includes('chain') ? 0 : lacks.includes('second_chain') ? 1 : 2)
        }
      }),
      { numRuns: 600 },
    )
  })

  it('lets no single compromised organisation admit a fake, in 300 graphs', () => {
    let admitted = 0
    fc.assert(
      fc.property(
        vouchingGraphs(12),
        fc.nat({ max: 11 }),
        fc.boolean(),
        fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 17 })), { maxLength: 40 }),
        (honest, compromised, areVetted, more) => {
          // Whatever it says of itself, and all the fakes are already vetted, or wait.
          const fakes = [12, 13, 14, 15, 16, 17]
          const graph = {
            organisations: [
              ...honest.organisations.map((one, number) =>
                number === compromised ? { ...one, standing: 'vetted' as const, isFounding: more.length % 2 === 0 } : one,
              ),
              ...fakes.map((number) => aStandingNote(number, areVetted ? {} : { standing: 'applicant', vettedAt: null })),
            ],
            vouches: [
              ...honest.vouches,
              ...fakes.map((fake) => aVouch(compromised, fake)),
              ...fakes.flatMap((one) => fakes.map((other) => aVouch(one, other))),
              ...more.map(([fake, anybody]) => aVouch(12 + fake, anybody)),
            ],
          }
          const supported = supportedOrganisations(graph, now)
          admitted += fakes.filter((fake) => supported.of(numberedId(fake)).isSupported).length
          if (areVetted)
            expect(standingsLost(graph, now).map(({ id }) => id)).toEqual(expect.arrayContaining(fakes.map(numberedId)))
        },
      ),
      { numRuns: 300 },
    )
    expect(admitted).toBe(0)
  })
})
