import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { everyMinute } from './every-minute.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the minute tick', () => {
  it('comes at once and every minute, also after a fault, until it is stopped', async () => {
    const said: string[] = []
    let count = 0
    const clock = everyMinute(
      async () => {
        count += 1
        if (count === 1) throw new TypeError('a name that must not be logged')
      },
      (line) => said.push(line),
    )
    clock.start()
    await vi.advanceTimersByTimeAsync(120_000)
    await clock.stop()
    await vi.advanceTimersByTimeAsync(120_000)
    expect([count, said]).toEqual([3, ['What was due this minute was not done: TypeError.']])
  })

  it('leaves out a minute in which it is still at work, and does not wait long for it in the end', async () => {
    let count = 0
    const clock = everyMinute(
      () => {
        count += 1
        return new Promise(() => {})
      },
      () => {},
    )
    clock.start()
    await vi.advanceTimersByTimeAsync(180_000)
    const stopped = clock.stop()
    await vi.advanceTimersByTimeAsync(2000)
    await expect(stopped).resolves.toBeUndefined()
    expect(count).toBe(1)
  })
})
