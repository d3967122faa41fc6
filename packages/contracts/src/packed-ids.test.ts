import { expect, it } from 'vitest'
import { newUlid } from './ids.ts'
import { packIds, unpackIds } from './packed-ids.ts'

it('ids come back from sixteen bytes each', () => {
  const ids = Array.from({ length: 50 }, (_, n) => newUlid(Date.parse('2026-03-02') + n)).concat(
    '7ZZZZZZZZZZZZZZZZZZZZZZZZZ',
    '0'.repeat(26),
  )
  expect(packIds(ids)).toHaveLength(ids.length * 16)
  expect(unpackIds(packIds(ids))).toEqual(ids)
  expect(unpackIds(packIds([]))).toEqual([])
})
