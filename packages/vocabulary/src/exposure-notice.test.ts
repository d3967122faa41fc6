import { expect, it } from 'vitest'
import { exposureNoticeFor, exposureNotices } from './exposure-notice.ts'

it('says in both languages, with sources and the day of checking, what taking part may mean in each country', () => {
  for (const { points, sources, checkedOn } of exposureNotices) {
    for (const text of [...points, ...sources.map(({ title }) => title)]) {
      expect(text.ru).toMatch(/[а-яё]|[A-Z]/i)
      expect(text.en).toMatch(/[a-z]/i)
      expect(text.en).not.toMatch(/[а-яё]/i)
    }
    expect(points.length).toBeGreaterThan(1)
    expect(sources.every(({ href }) => URL.canParse(href) && href.startsWith('https://'))).toBe(true)
    expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  }
})

it('tells countries apart, and has something for each', () => {
  expect(['RU', 'GE', 'KZ', 'DE', 'LT', 'NO', 'XX'].map((country) => exposureNoticeFor(country).code)).toEqual([
    'RU',
    'GE',
    'KZ',
    'DE',
    'EU',
    'other',
    'other',
  ])
  const named = exposureNotices.flatMap(({ countries }) => countries)
  expect(new Set(named).size).toBe(named.length)
})
