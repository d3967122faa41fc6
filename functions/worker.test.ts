import type { Context } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import { worker, type WorkerEntry } from './worker.ts'

const context = { getRemainingTimeInMillis: () => 60_000 } as Context

describe('a worker', () => {
  it('answers what it did and writes one line', async () => {
    const log: WorkerEntry[] = []
    const double = worker(
      'double',
      (event: number) => Promise.resolve(event * 2),
      (entry) => void log.push(entry),
    )
    expect(await double(21, context)).toBe(42)
    expect(log).toEqual([{ worker: 'double', ms: expect.any(Number) }])
  })

  it('lets a fault go on by its name, without what somebody wrote', async () => {
    const log: WorkerEntry[] = []
    const fault = () => Promise.reject(new SyntaxError('Unexpected token in "Мост доверия"'))
    const thrown: unknown = await Promise.resolve(worker('read', fault, (entry) => void log.push(entry))(null, context)).catch(
      (error: unknown) => error,
    )
    expect(thrown).toMatchObject({ name: 'SyntaxError', message: 'The worker read broke: SyntaxError', stack: '' })
    expect(log).toMatchObject([{ worker: 'read', fault: 'SyntaxError' }])
    expect(JSON.stringify(log)).not.toContain('Мост')
  })
})
