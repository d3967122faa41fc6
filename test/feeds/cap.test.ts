import type { PublicAlert } from '@kunak/contracts/alerts'
import { capMessagesOf, writeCap } from '@kunak/domain/alerts'
import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { xmlText } from '../../packages/domain/src/alerts/feeds/xml.ts'
import { publicAlerts, seenByAll } from './arbitrary-alerts.ts'
import { texts, validCap } from './validators.ts'

const house = { origin: 'https://kunak.example' }
const documentsOf = (alert: PublicAlert) => capMessagesOf(alert).map((message) => validCap(writeCap(alert, message, house)))
const one = (document: ReturnType<typeof validCap>, path: string) => texts(document, path)[0] ?? null

describe('a CAP document', () => {
  it('is valid for whatever may happen to a public alert, in every message about it', () => {
    let documents = 0
    assert(
      property(publicAlerts, (stored) => {
        const alert = seenByAll(stored)
        if (alert === null) return
        const messages = documentsOf(alert)
        documents += messages.length
        expect(messages.length).toBeGreaterThan(0)
      }),
      { numRuns: 400 },
    )
    expect(documents).toBeGreaterThan(1000)
    process.stdout.write(`CAP: ${documents} documents of random alerts, all valid.\n`)
  })

  it('has one info for each language, each with the place by its ISO 3166-2 code and the kind by its HURIDOCS code', () => {
    assert(
      property(publicAlerts, (stored) => {
        const alert = seenByAll(stored)
        if (alert === null) return
        const [first] = documentsOf(alert)
        if (!first) throw new Error('There is no first message.')
        const languages = [...new Set([...Object.keys(alert.headline), ...Object.keys(alert.summary)])].sort()
        expect(texts(first, '/c:alert/c:info/c:language')).toEqual(languages)
        const isPlace = alert.republic.startsWith('RU-') && alert.republic !== 'RU-other'
        const codes = texts(first, "//c:geocode[c:valueName='ISO3166-2']/c:value")
        expect(codes).toEqual(isPlace ? languages.map(() => alert.republic) : [])
        expect(texts(first, '/c:alert/c:status')).toEqual([alert.isExercise ? 'Exercise' : 'Actual'])
      }),
    )
  })

  it('refers, from the second message on, to every message before it, by what stands in those', () => {
    assert(
      property(publicAlerts, (stored) => {
        const alert = seenByAll(stored)
        if (alert === null) return
        const documents = documentsOf(alert)
        const names = documents.map((document) =>
          ['sender', 'identifier', 'sent'].map((part) => one(document, `/c:alert/c:${part}`)).join(),
        )
        expect(new Set(names).size).toBe(names.length)
        documents.forEach((document, at) => {
          expect(one(document, '/c:alert/c:references')).toBe(at === 0 ? null : names.slice(0, at).join(' '))
          const type = at === 0 ? 'Alert' : alert.state === 'cancelled' && at === documents.length - 1 ? 'Cancel' : 'Update'
          expect(one(document, '/c:alert/c:msgType')).toBe(type)
        })
      }),
    )
  })

  it('stays as it is, whatever happens later', () => {
    assert(
      property(publicAlerts, (stored) => {
        const later = seenByAll(stored)
        const still = seenByAll({ ...stored, state: 'active', closed: null })
        if (later === null || still === null) return
        const messages = capMessagesOf(still)
        for (const message of messages) {
          const same = capMessagesOf(later).find(({ identifier }) => identifier === message.identifier)
          expect(same && writeCap(later, same, house)).toBe(writeCap(still, message, house))
        }
      }),
    )
  })

  it('says any text as it is, but for what XML cannot say', () => {
    assert(
      property(string({ unit: 'binary' }), (any) => {
        const document = validCap(capAround(xmlText(any)))
        const said = any
          .toWellFormed()
          .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
          .replace(/\r/g, '\n')
        expect(one(document, '//c:description')?.replaceAll('\n\n', '\n')).toBe(`.${said}`.replaceAll('\n\n', '\n'))
      }),
    )
  })

  it.for([
    ['a moment with fractions', '2026-11-22T12:00:00.000+03:00'],
    ['a moment with a letter for its zone', '2026-11-22T09:00:00Z'],
  ])('is refused with %s', ([, sent]) => {
    expect(() => validCap(capAround('.').replace('2026-11-22T12:00:00+03:00', sent ?? ''))).toThrow()
  })

  it('is refused with its elements in another order', () => {
    expect(() =>
      validCap(
        capAround('.').replace(
          '<urgency>Past</urgency><severity>Minor</severity>',
          '<severity>Minor</severity><urgency>Past</urgency>',
        ),
      ),
    ).toThrow()
  })
})

function capAround(escaped: string): string {
  return `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>1</identifier><sender>kunak.example</sender><sent>2026-11-22T12:00:00+03:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope><info><category>Other</category><event>.</event><urgency>Past</urgency><severity>Minor</severity><certainty>Observed</certainty><description>.${escaped}</description></info></alert>`
}
