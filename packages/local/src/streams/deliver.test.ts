import type { DynamoDBRecord } from 'aws-lambda'
import { assert, asyncProperty, array, boolean, constantFrom, record as shape } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deliver, type StreamHandler } from './deliver.ts'

const recordsOf = (count: number): DynamoDBRecord[] =>
  Array.from({ length: count }, (_, n) => ({ dynamodb: { SequenceNumber: String(n) } }))
const numberOf = (record: DynamoDBRecord) => Number(record.dynamodb?.SequenceNumber)

async function run(handler: StreamHandler, count: number) {
  const done: number[] = []
  const aside: number[] = []
  await deliver(recordsOf(count), {
    handler,
    attempts: 3,
    pauseMs: 0,
    done: async (records) => void done.push(...records.map(numberOf)),
    setAside: async (record) => void aside.push(numberOf(record)),
  })
  return { done, aside }
}

describe('delivering a batch', () => {
  it('goes on after the first record that the worker reports, and does not repeat what was done', async () => {
    const seen: number[][] = []
    const outcome = await run(async ({ Records }) => {
      seen.push(Records.map(numberOf))
      return { batchItemFailures: seen.length === 1 ? [{ itemIdentifier: '3' }, { itemIdentifier: '1' }] : [] }
    }, 4)
    expect(seen).toEqual([
      [0, 1, 2, 3],
      [1, 2, 3],
    ])
    expect(outcome).toEqual({ done: [0, 1, 2, 3], aside: [] })
  })

  it('halves a batch that fails as a whole until the poison record stands alone', async () => {
    const outcome = await run(async ({ Records }) => {
      if (Records.some((record) => numberOf(record) === 5)) throw new Error('cannot read this')
      return { batchItemFailures: [] }
    }, 8)
    expect(outcome).toEqual({ done: [0, 1, 2, 3, 4, 5, 6, 7], aside: [5] })
  })

  it('tries a record as often as allowed and no more', async () => {
    let calls = 0
    await run(async () => {
      calls += 1
      throw new Error('down')
    }, 1)
    expect(calls).toBe(3)
  })

  it('takes an identifier from another batch for a failure of the whole', async () => {
    const outcome = await run(async () => ({ batchItemFailures: [{ itemIdentifier: 'elsewhere' }] }), 2)
    expect(outcome).toEqual({ done: [0, 1], aside: [0, 1] })
  })

  it('finishes every record once and in order, and sets aside exactly the poison, however the worker fails', async () => {
    const worlds = array(shape({ poison: boolean(), way: constantFrom('throws', 'reports') }), { maxLength: 20 })
    await assert(
      asyncProperty(worlds, async (world) => {
        const poison = world.flatMap(({ poison }, n) => (poison ? [n] : []))
        const outcome = await run(async ({ Records }) => {
          const bad = Records.find((record) => poison.includes(numberOf(record)))
          if (bad && world[numberOf(bad)]?.way === 'throws') throw new Error('poison')
          return { batchItemFailures: bad ? [{ itemIdentifier: String(numberOf(bad)) }] : [] }
        }, world.length)
        expect(outcome).toEqual({ done: world.map((_, n) => n), aside: poison })
      }),
    )
  })
})
