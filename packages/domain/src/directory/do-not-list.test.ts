import { describe, expect, it } from 'vitest'
import { doNotListFingerprints } from './do-not-list.ts'

const of = (
  names: Record<string, string>,
  identifiers: Parameters<typeof doNotListFingerprints>[1]['identifiers'] = [],
  key = 'key',
) => new Set(doNotListFingerprints(key, { names, identifiers }))

const shares = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].some((one) => b.has(one))

describe('fingerprints of who is not to be listed', () => {
  it('recognise a name in another spelling, and a register number however it is written', () => {
    expect(shares(of({ ru: '«Тихий дом» у реки' }), of({ und: 'ТИХИЙ  ДОМ У РЕКИ' }))).toBe(true)
    expect(shares(of({ en: 'Quiet House Foundation' }), of({ en: 'House, Quiet' }))).toBe(true)
    const [a, b] = ['7707 083893', '7707083893'].map((value) => of({}, [{ scheme: 'RU-INN', value }]))
    expect(a).toEqual(b)
  })

  it('do not take one common word for a name', () => {
    expect(shares(of({ ru: 'Фонд Надежда' }), of({ ru: 'Центр Надежда' }))).toBe(false)
  })

  it('say nothing without the key', () => {
    expect(shares(of({ ru: 'Тихий дом' }, [], 'one'), of({ ru: 'Тихий дом' }, [], 'other'))).toBe(false)
  })
})
