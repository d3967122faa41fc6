import { describe, expect, it } from 'vitest'
import { minutesInWords } from './minutes-in-words.ts'

describe('a number of minutes', () => {
  it.each([
    [15, '15 минут', '15 minutes'],
    [60, '1 час', '1 hour'],
    [90, '90 минут', '90 minutes'],
    [720, '12 часов', '12 hours'],
  ])('is said in both languages: %i', (minutes, ru, en) => {
    expect(minutesInWords(minutes, 'ru').replaceAll(/\s/g, ' ')).toBe(ru)
    expect(minutesInWords(minutes, 'en')).toBe(en)
  })

  it('does not fail where a form says that it is none', () => {
    expect(minutesInWords(Number('half an hour'), 'en')).toContain('NaN')
  })
})
