import { describe, expect, it } from 'vitest'
import { nameKeysOf, nameSimilarity } from './search-words-names.ts'

const similarity = (one: string, other: string) => nameSimilarity(nameKeysOf(one), nameKeysOf(other))

describe('nameSimilarity', () => {
  it('is 1 for the same name in another script, word order or case', () => {
    expect(similarity('Мост Доверия', 'ДОВЕРИЯ, мост')).toBe(1)
    expect(similarity('Горянка Махачкала', 'Mahachkala Goryanka')).toBe(1)
  })

  it('is high for a slip of the pen and low for another name', () => {
    expect(similarity('Мост доверия', 'Мост довеия')).toBeGreaterThan(0.8)
    expect(similarity('Мост доверия', 'Голос гор')).toBeLessThan(0.5)
  })

  it('is 0 where there is no name', () => {
    expect(similarity('', 'Мост')).toBe(0)
  })
})
