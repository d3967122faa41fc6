import { describe, expect, it } from 'vitest'
import { languageOf } from './language-of.ts'

describe('the language of a short text', () => {
  it('is told by script and small words', () => {
    for (const [text, language] of [
      ['Association des jeunes de la vallée', 'fr'],
      ['Society for the Friends of Juniper', 'en'],
      ['جمعية أصدقاء النهر', 'ar'],
      ['Центр помощи женщинам', 'ru'],
      ['Громадська спілка та товариство', 'uk'],
      ['მთის ბილიკი', 'ka'],
    ] as const)
      expect(languageOf(text), text).toBe(language)
  })

  it('is left open where several would do', () => {
    for (const [text, tag] of [
      ['JUNIPER', 'und-Latn'],
      ['Organisation Alpha', 'und-Latn'],
      ['Нийсо', 'und-Cyrl'],
      ['КӀант', 'und-Cyrl'],
      ['انجمن گل‌ها', 'und-Arab'],
      ['…', 'und'],
    ] as const)
      expect(languageOf(text), text).toBe(tag)
  })
})
