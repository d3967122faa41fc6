import { describe, expect, it } from 'vitest'
import { doNotListFingerprints } from './do-not-list.ts'

const of = (
  names: Record<string, string>,
  identifiers: Parameters<typeof doNotListFingerprints>[1]['identifiers'] = [],
  key = 'key',
) => new Set(doNotListFingerprints(key, { names, identifiers }))

describe('fingerprints of who is not to be listed', () => {
  it('recognise a name in another spelling, and a register number however it is written', () => {
    expect(of({ ru: '«Тихий дом» у реки' }).isDisjointFrom(of({ und: 'ТИХИЙ  ДОМ У РЕКИ' }))).toBe(false)
    expect(of({ en: 'Quiet House Foundation' }).isDisjointFrom(of({ en: 'House, Quiet' }))).toBe(false)
    const [a, b] = ['7707 083893', '7707083893'].map((value) => of({}, [{ scheme: 'RU-INN', value }]))
    expect(a).toEqual(b)
  })

  it('do not take one common word for a name', () => {
    expect(of({ ru: 'Фонд Надежда' }).isDisjointFrom(of({ ru: 'Центр Надежда' }))).toBe(true)
  })

  it('say nothing without the key', () => {
    expect(of({ ru: 'Тихий дом' }, [], 'one').isDisjointFrom(of({ ru: 'Тихий дом' }, [], 'other'))).toBe(true)
  })
})
