import { writeAlertsFeed } from '@kunak/domain/alerts'
import { uiLocales } from '@kunak/vocabulary'
import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publicAlerts, seenByAll } from './arbitrary-alerts.ts'
import { texts, validAtom } from './validators.ts'

const feedOf = (alerts: Parameters<typeof writeAlertsFeed>[0], language: (typeof uiLocales)[number]) =>
  validAtom(writeAlertsFeed(alerts, { origin: 'https://kunak.example', self: '/feeds/alerts.atom', query: { language } }))

describe('the Atom feed of public alerts', () => {
  it('is valid for whatever alerts there are, newest change first, each with an id that no other has', () => {
    assert(
      property(array(publicAlerts, { maxLength: 5 }), constantFrom(...uiLocales), (stored, language) => {
        const alerts = stored.flatMap((one) => seenByAll(one) ?? [])
        const document = feedOf(alerts, language)
        const ids = texts(document, '/a:feed/a:entry/a:id')
        expect(new Set(ids).size).toBe(alerts.length)
        const updated = texts(document, '/a:feed/a:entry/a:updated')
        expect(updated).toEqual(updated.toSorted().toReversed())
        expect(texts(document, '/a:feed/a:updated')).toEqual([updated[0] ?? '2026-01-01T00:00:00.000Z'])
      }),
    )
  })

  it('has entries that keep their id in every language, and lead to a page in each and to the CAP document', () => {
    assert(
      property(publicAlerts, (stored) => {
        const alert = seenByAll(stored)
        if (alert === null) return
        const [ru, en] = uiLocales.map((language) => feedOf([alert], language))
        if (!ru || !en) throw new Error('A language is missing.')
        expect(texts(en, '//a:entry/a:id')).toEqual(texts(ru, '//a:entry/a:id'))
        expect(texts(en, '/a:feed/a:id')).not.toEqual(texts(ru, '/a:feed/a:id'))
        const alternates = "//a:entry/a:link[@rel='alternate']"
        expect(texts(ru, `${alternates}/@hreflang`)).toEqual([...uiLocales])
        expect(texts(ru, `${alternates}[@type='application/cap+xml']/@href`)).toEqual([
          `https://kunak.example/feeds/alerts/${alert.id}.cap`,
        ])
      }),
    )
  })
})
