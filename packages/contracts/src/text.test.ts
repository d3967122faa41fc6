import { describe, expect, it } from 'vitest'
import { bestText, cleanText } from './text.ts'

describe('the text that suits a reader best', () => {
  it.each([
    [{ ru: 'Мост', en: 'Bridge' }, 'en', 'Bridge'],
    [{ ru: 'Мост', ce: 'ТӀай' }, 'en', 'Мост'],
    [{ en: 'Bridge', ce: 'ТӀай' }, 'ru', 'Bridge'],
    [{ ar: 'جسر', fr: 'Pont' }, 'ru', 'Pont'],
    [{ ar: 'جسر' }, 'ru', 'جسر'],
  ])('of %o for %s is %s', (byLanguage, locale, text) => {
    expect(bestText(byLanguage, locale)?.text).toBe(text)
  })

  it('is none where there is none', () => {
    expect(bestText({}, 'ru')).toBeUndefined()
  })
})

describe('text as it is kept', () => {
  it('has one form, plain line ends and nothing that turns it around or cannot be sent', () => {
    expect(cleanText(' и\u0306од\r\nдва\u202e\u0000 \ud800')).toBe('йод\nдва \ufffd')
  })
})
