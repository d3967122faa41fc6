import type { StandingNote, Vouch } from '@kunak/contracts/directory'
import fc from 'fast-check'
import { storyTime } from './ids.ts'
import { aStandingNote, aVouch } from './vouching-graphs.ts'

const daysAgo = (days: number) => new Date(Date.parse(storyTime) - days * 86_400_000).toISOString()

interface VouchingGraph {
  readonly organisations: readonly StandingNote[]
  readonly vouches: readonly Vouch[]
}

/** Graphs of up to `size` organisations, some founding, young, suspended or waiting, and vouches of every kind among them. */
export function vouchingGraphs(size: number): fc.Arbitrary<VouchingGraph> {
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
