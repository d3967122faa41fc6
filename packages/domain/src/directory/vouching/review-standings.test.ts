import type { Vouch } from '@kunak/contracts/directory'
import { aStandingNote, aVouch, numberedId, storyTime, vouchingGraphs } from '@kunak/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standingsLost } from './review-standings.ts'

const now = new Date(storyTime)
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString()
const founding = (number: number) => aStandingNote(number, { isFounding: true, standsOnVouches: false })
const first = [aVouch(0, 2), aVouch(1, 2), aVouch(0, 3), aVouch(1, 3)]

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
      fc.property(vouchingGraphs(8), (graph) => {
        const lost = new Map(standingsLost(graph, now).map(({ id, to }) => [id, to]))
        const after = graph.organisations.map((one) => ({ ...one, standing: lost.get(one.id) ?? one.standing }))
        expect(standingsLost({ ...graph, organisations: after }, now)).toEqual([])
      }),
    )
  })
})
