import { writeCalendar } from '@kunak/domain/alerts'
import { assert, boolean, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'

const dateWith = (title: string, isOff = false) => ({
  uid: 'tag:kunak.example,2026:alerts/1/court',
  at: '2026-12-01T07:00:00.000Z',
  title,
  changedAt: '2026-11-22T09:00:00.000Z',
  isOff,
  address: 'https://kunak.example/ru/alerts/1',
})
const calendarOf = (title: string, isOff?: boolean) =>
  writeCalendar({ name: 'Кунак: даты судов', language: 'ru', dates: [dateWith(title, isOff)] })

/** The lines as whoever reads them has them: pieces put together again. */
const linesOf = (calendar: string) => calendar.replaceAll('\r\n ', '').split('\r\n')
const unescaped = (text: string) => text.replaceAll(/\\([\\;,nN])/g, (_, one: string) => (one.toLowerCase() === 'n' ? '\n' : one))

describe('a calendar', () => {
  it('has no line of more than 75 bytes and breaks within no character, whatever the title', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        const calendar = calendarOf(title)
        expect(calendar.endsWith('END:VCALENDAR\r\n')).toBe(true)
        for (const line of calendar.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line.isWellFormed()).toBe(true)
          expect(line).not.toMatch(/[\r\n]/)
        }
      }),
    )
  })

  it('gives a title back as it was', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 120 }), (any) => {
        const title = any.replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/g, '').toWellFormed()
        const line = linesOf(calendarOf(title)).find((one) => one.startsWith('SUMMARY:')) ?? ''
        expect(unescaped(line.slice('SUMMARY:'.length))).toBe(title)
      }),
    )
  })

  it('says when a date begins and ends, and whether it is off', () => {
    assert(
      property(boolean(), (isOff) => {
        const lines = linesOf(calendarOf('Суд', isOff))
        expect(lines).toEqual(
          expect.arrayContaining(['DTSTAMP:20261122T090000Z', 'DTSTART:20261201T070000Z', 'DTEND:20261201T080000Z']),
        )
        expect(lines).toContain(`STATUS:${isOff ? 'CANCELLED' : 'CONFIRMED'}`)
      }),
      { numRuns: 2 },
    )
  })
})
