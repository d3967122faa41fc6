import { describe, expect, it } from 'vitest'
import { chooseLocale, inLocale } from './locale.ts'

describe('the language of a page', () => {
  it.each([
    ['/en/map', 'ru', 'en'],
    ['/ru', 'en', 'ru'],
    ['/', 'en-GB,en;q=0.9', 'en'],
    ['/', 'ce, ru;q=0.8, en;q=0.7', 'ru'],
    ['/', 'ru;q=0.3, en;q=0.9', 'en'],
    ['/', 'en;q=0, de', 'ru'],
    ['/', ';;q=,,', 'ru'],
    ['/', null, 'ru'],
    ['/english', null, 'ru'],
  ])('of %s for a browser that says %s is %s', (path, header, locale) => {
    expect(chooseLocale(path, header)).toBe(locale)
  })
})

describe('switching the language', () => {
  it.each([
    ['/ru/organisations?q=%D1%81&republic=RU-DA', '/en/organisations?q=%D1%81&republic=RU-DA'],
    ['/ru', '/en'],
    ['/ru/map?gaps=RU-IN', '/en/map?gaps=RU-IN'],
    ['/russia', '/en/russia'],
  ])('keeps the page and its query: %s becomes %s', (from, to) => {
    expect(inLocale(new URL(from, 'https://kunak.example'), 'en')).toBe(to)
  })
})
