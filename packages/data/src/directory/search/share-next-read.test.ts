import { describe, expect, it } from 'vitest'
import { shareNextRead } from './share-next-read.ts'

/** A read whose answers wait until they are let go, one by one. */
function slowRead() {
  const waiting: { let: (value: number) => void; fail: (error: Error) => void }[] = []
  const read = () =>
    new Promise<number>((resolve, reject) => {
      waiting.push({ let: resolve, fail: reject })
    })
  return { read, waiting }
}

describe('shareNextRead', () => {
  it('never answers from a read that was under way before the question', async () => {
    const { read, waiting } = slowRead()
    const ask = shareNextRead(read)
    const first = ask()
    const [second, third] = [ask(), ask()]
    expect(waiting).toHaveLength(1)
    waiting[0]?.let(1)
    expect(await first).toBe(1)
    await Promise.resolve()
    expect(waiting).toHaveLength(2)
    waiting[1]?.let(2)
    expect(await Promise.all([second, third])).toEqual([2, 2])
  })

  it('reads again for whoever comes when nothing is under way', async () => {
    const { read, waiting } = slowRead()
    const ask = shareNextRead(read)
    const first = ask()
    waiting[0]?.let(1)
    await first
    const second = ask()
    waiting[1]?.let(2)
    expect(await second).toBe(2)
  })

  it('gives a failure to those who shared it, and to nobody after them', async () => {
    const { read, waiting } = slowRead()
    const ask = shareNextRead(read)
    const first = ask()
    const second = ask()
    waiting[0]?.fail(new Error('throttled'))
    await expect(first).rejects.toThrow('throttled')
    await Promise.resolve()
    waiting[1]?.let(2)
    expect(await second).toBe(2)
  })
})
