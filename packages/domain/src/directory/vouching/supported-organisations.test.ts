import type { OrganisationId } from '@kunak/contracts'
import type { StandingNote, Vouch } from '@kunak/contracts/directory'
import { aStandingNote, aVouch, numberedId, storyTime } from '@kunak/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standingsLost } from './review-standings.ts'
import { supportedOrganisations, type VouchingGraph } from './supported-organisations.ts'

const now = new Date(storyTime)
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString()
const founding = (number: number) => aStandingNote(number, { isFounding: true, standsOnVouches: false })
const applicant = (number: number) => aStandingNote(number, { standing: 'applicant', vettedAt: null })
const support = (graph: VouchingGraph, number: number) => supportedOrganisations(graph, now).of(numberedId(number))

/** 0 and 1 are founding and vouch for 2 and 3, who are vetted; 4 is an applicant. */
const organisations = [founding(0), founding(1), aStandingNote(2), aStandingNote(3), applicant(4)]
const first = [aVouch(0, 2), aVouch(1, 2), aVouch(0, 3), aVouch(1, 3)]

describe('an organisation is supported', () => {
  it('when it is a founding one', () => {
    expect(support({ organisations, vouches: [] }, 0)).toEqual({ isSupported: true, lacks: [], through: null })
  })

  it('by two chains that share nobody, and says which', () => {
    const graph = { organisations, vouches: [...first, aVouch(2, 4), aVouch(3, 4)] }
    const supported = supportedOrganisations(graph, now)
    expect(supported.of(numberedId(4)).isSupported).toBe(true)
    const chains = supported.chainsTo(numberedId(4))
    expect(chains).toHaveLength(2)
    expect(new Set(chains.flat()).size).toBe(5)
    expect(chains.map((chain) => chain.at(-1))).toEqual([numberedId(4), numberedId(4)])
  })

  it('not by two vouchers behind one organisation, which it names', () => {
    const graph = {
      organisations: [
        founding(0),
        founding(1),
        aStandingNote(2),
        aStandingNote(3),
        aStandingNote(5),
        aStandingNote(6),
        applicant(4),
      ],
      vouches: [aVouch(0, 2), aVouch(1, 2), aVouch(2, 5), aVouch(0, 5), aVouch(2, 4), aVouch(5, 6), aVouch(2, 6)],
    }
    expect(support(graph, 4)).toEqual({ isSupported: false, lacks: ['second_chain', 'second_republic'], through: numberedId(2) })
    expect(supportedOrganisations(graph, now).chainsTo(numberedId(4))).toHaveLength(1)
  })

  it('not where all its vouchers work in one republic', () => {
    const one = { republics: ['RU-IN' as const] }
    const graph = {
      organisations: [founding(0), founding(1), aStandingNote(2, one), aStandingNote(3, one), applicant(4)],
      vouches: [...first, aVouch(2, 4), aVouch(3, 4)],
    }
    expect(support(graph, 4)).toEqual({ isSupported: false, lacks: ['second_republic'], through: null })
  })

  it('by nobody who has been vetted for less than 60 days, unless founding', () => {
    const graph = (days: number, said: Partial<StandingNote> = {}) => ({
      organisations: [
        founding(0),
        founding(1),
        aStandingNote(2),
        aStandingNote(3, { vettedAt: daysAgo(days), ...said }),
        applicant(4),
      ],
      vouches: [...first, aVouch(2, 4), aVouch(3, 4)],
    })
    expect(support(graph(59), 4).isSupported).toBe(false)
    expect(support(graph(60), 4).isSupported).toBe(true)
    expect(support(graph(0, { isFounding: true }), 4).isSupported).toBe(true)
  })

  it('by frozen vouchers as before, and by no suspended, lapsed or departed one', () => {
    const graph = (said: Partial<StandingNote>) => ({
      organisations: [founding(0), founding(1), aStandingNote(2), aStandingNote(3, said), applicant(4)],
      vouches: [...first, aVouch(2, 4), aVouch(3, 4)],
    })
    expect(support(graph({ isFrozen: true, frozenAt: daysAgo(1) }), 4).isSupported).toBe(true)
    for (const standing of ['suspended', 'lapsed', 'left', 'applicant'] as const)
      expect(support(graph({ standing }), 4).isSupported).toBe(false)
  })

  it('by no vouch that is revoked, and by none after its time', () => {
    const graph = (said: Partial<Vouch>) => ({ organisations, vouches: [...first, aVouch(2, 4), aVouch(3, 4, said)] })
    expect(support(graph({ revokedAt: daysAgo(1) }), 4).isSupported).toBe(false)
    expect(support(graph({ until: now.toISOString() }), 4).isSupported).toBe(false)
    expect(support(graph({ until: daysAgo(-0.001) }), 4).isSupported).toBe(true)
  })

  it('by no circle of organisations that vouch for each other', () => {
    const circle = [5, 6, 7].flatMap((one) => [5, 6, 7].filter((other) => other !== one).map((other) => aVouch(one, other)))
    const graph = {
      organisations: [...organisations, aStandingNote(5), aStandingNote(6), aStandingNote(7)],
      vouches: [...first, ...circle],
    }
    for (const one of [5, 6, 7])
      expect(support(graph, one)).toMatchObject({ isSupported: false, lacks: expect.arrayContaining(['chain']) })
  })

  it('no better by a vouch back from whom it vouched for', () => {
    const graph = (back: readonly Vouch[]) => ({ organisations, vouches: [...first, aVouch(2, 4), aVouch(4, 2), ...back] })
    expect(support(graph([]), 4).lacks).toEqual(['second_chain', 'second_republic'])
    expect(support(graph([aVouch(4, 3)]), 4).lacks).toEqual(['second_chain', 'second_republic'])
  })

  it('and nobody is when only one founding organisation is left', () => {
    const graph = {
      organisations: [founding(0), aStandingNote(1, { isFounding: false }), ...organisations.slice(2)],
      vouches: first,
    }
    expect(support(graph, 2).isSupported).toBe(false)
  })
})

describe('a review', () => {
  const vetted = [founding(0), founding(1), aStandingNote(2), aStandingNote(3), aStandingNote(4)]
  const vouches = (last: Partial<Vouch>) => [
    aVouch(0, 2),
    aVouch(1, 2, last),
    aVouch(0, 3),
    aVouch(1, 3),
    aVouch(2, 4),
    aVouch(3, 4),
  ]

  it('puts everybody downstream of a revoked vouch under review', () => {
    expect(standingsLost({ organisations: vetted, vouches: vouches({ revokedAt: daysAgo(0) }) }, now)).toEqual([
      { id: numberedId(2), to: 'applicant' },
      { id: numberedId(4), to: 'applicant' },
    ])
  })

  it('lets those lapse whose vouches only came to their end', () => {
    expect(standingsLost({ organisations: vetted, vouches: vouches({ until: daysAgo(0) }) }, now)).toEqual([
      { id: numberedId(2), to: 'lapsed' },
      { id: numberedId(4), to: 'lapsed' },
    ])
  })

  it('leaves alone what the operator took in as vetted', () => {
    const graph = { organisations: [...vetted.slice(0, 4), aStandingNote(4, { standsOnVouches: false })], vouches: first }
    expect(standingsLost(graph, now)).toEqual([])
  })

  it('finds nothing more to do when it has been done', () => {
    fc.assert(
      fc.property(graphs(8), (graph) => {
        const lost = new Map(standingsLost(graph, now).map(({ id, to }) => [id, to]))
        const after = graph.organisations.map((one) => ({ ...one, standing: lost.get(one.id) ?? one.standing }))
        expect(standingsLost({ ...graph, organisations: after }, now)).toEqual([])
      }),
    )
  })
})

/** Graphs of up to `size` organisations, some founding, young, suspended or waiting, and vouches of every kind among them. */
function graphs(size: number): fc.Arbitrary<VouchingGraph> {
  const note = fc.record({
    kind: fc.constantFrom('founding', 'vetted', 'vetted', 'vetted', 'young', 'suspended', 'applicant'),
    republic: fc.constantFrom('RU-DA' as const, 'RU-CE' as const, 'RU-IN' as const),
  })
  const end = fc.nat({ max: size - 1 })
  const vouch = fc.record({ from: end, to: end, kind: fc.constantFrom('live', 'live', 'live', 'live', 'revoked', 'over') })
  return fc
    .record({ notes: fc.array(note, { minLength: size, maxLength: size }), vouches: fc.array(vouch, { maxLength: size * 4 }) })
    .map(({ notes, vouches }) => ({
      organisations: notes.map(({ kind, republic }, number) =>
        aStandingNote(number, {
          republics: [republic],
          ...(kind === 'founding' && { isFounding: true, standsOnVouches: false }),
          ...(kind === 'young' && { vettedAt: daysAgo(5) }),
          ...((kind === 'suspended' || kind === 'applicant') && { standing: kind }),
        }),
      ),
      vouches: [...new Map(vouches.map(({ from, to, kind }) => [`${from} ${to}`, { from, to, kind }])).values()].map(
        ({ from, to, kind }) =>
          aVouch(from, to, {
            ...(kind === 'revoked' && { revokedAt: daysAgo(1) }),
            ...(kind === 'over' && { until: daysAgo(1) }),
          }),
      ),
    }))
}

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
      fc.property(graphs(7), (graph) => {
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
        graphs(12),
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
