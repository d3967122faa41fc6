import { describe, expect, it } from 'vitest'
import { countryFrom, countryName, isCountry } from './countries.ts'

describe('countries', () => {
  it('knows the codes of ISO 3166-1 and no other', () => {
    for (const code of ['RU', 'GE', 'TN', 'PS', 'AX', 'XK']) expect(isCountry(code), code).toBe(true)
    for (const code of ['UK', 'EU', 'SU', 'XX', 'ZZ', 'ru', '', 'RUS']) expect(isCountry(code), code).toBe(false)
  })

  it('reads codes and names in English, French, Arabic and Russian', () => {
    for (const [written, code] of [
      ['tn', 'TN'],
      ['GEO', 'GE'],
      ['Palestine', 'PS'],
      ['فلسطين', 'PS'],
      ['تونس', 'TN'],
      ['Algérie', 'DZ'],
      ['ALGERIE', 'DZ'],
      ['Российская Федерация', 'RU'],
      ['россия', 'RU'],
      ['Грузия', 'GE'],
      ['Georgia', 'GE'],
      ['Great Britain', 'GB'],
      ['UK', 'GB'],
      ["Côte d'Ivoire", 'CI'],
      ['Чехия', 'CZ'],
    ])
      expect(countryFrom(written ?? ''), written).toBe(code)
  })

  it('does not guess', () => {
    for (const written of ['', '-', 'Атлантида', 'Caucasus', 'Russ', 'ZZ', 'North', 'Congo-land'])
      expect(countryFrom(written), written).toBeNull()
  })

  it('names a country in the reader’s language', () => {
    expect(countryName('GE', 'ru')).toBe('Грузия')
    expect(countryName('ZZ', 'en')).toBe('ZZ')
  })
})
