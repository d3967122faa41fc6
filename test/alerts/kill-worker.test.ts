import { expect, it } from 'vitest'
import { killWorker } from './kill-worker.ts'

/** Always the same numbers, of which nobody chose one. */
function chanceFrom(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

it('a worker that is killed again and again while it tells an alert loses nobody, and repeats ten letters a kill at most', async () => {
  const report = await killWorker({ recipients: 400, kills: 3, leaseMs: 1500, chance: chanceFrom(20_261_122) })
  const { recipients, kills, lost, duplicates, jobs, slowestRecoveryMs } = report
  process.stdout.write(
    `Workers killed: ${kills} times while ${recipients} people were told; lost ${lost}, repeated ${duplicates}, jobs ${jobs}, ` +
      `slowest recovery ${(slowestRecoveryMs / 1000).toFixed(1)} s.\n`,
  )
  expect(report).toMatchObject({ lost: 0, unfinished: 0, notOnce: 0 })
  expect(report.mostDuplicatesOfOneKill).toBeLessThanOrEqual(10)
  expect(slowestRecoveryMs).toBeLessThanOrEqual(30_000)
}, 120_000)
