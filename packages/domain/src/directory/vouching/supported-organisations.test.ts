import type { StandingNote, Vouch } from '@kunak/contracts/directory'
import { aStandingNote, aVouch, numberedId, storyTime } from '@kunak/testing'
import { describe, expect, it } from 'vitest'
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
    expect(support(graph({ isFrozen: true }), 4).isSupported).toBe(true)
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
