import { audiences } from '@kunak/contracts'
import {
  capacities,
  channels,
  deliveries,
  fieldGroups,
  identifierSchemes,
  legalFlagKinds,
  levels,
  Profile,
} from '@kunak/contracts/directory'
import { codesOf, expertiseAreas, languages, legalForms, republics } from '@kunak/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyOf, draftOf, type ProfileDraft, rowFields, type RowGroup, withSpareRows } from './profile-draft.ts'
import { readDraft } from './read-draft.ts'

const text = fc.string({ unit: 'grapheme', maxLength: 30 })
const words = text.map((value) => value.replaceAll(/\s+/gu, ' ')).filter((value) => /[\p{L}\p{N}]/u.test(value))
const byLanguage = fc.dictionary(fc.constantFrom('ru', 'en', 'ce', 'inh', 'av', 'sr-Latn'), words)
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const audience = fc.constantFrom(...audiences)

const profiles = fc
  .record({
    names: byLanguage.filter((names) => Object.keys(names).length > 0),
    acronym: text,
    description: byLanguage,
    legalForm: fc.option(fc.constantFrom(...codesOf(legalForms))),
    foundedYear: fc.option(fc.integer({ min: 1800, max: 2100 })),
    basedIn: fc.option(fc.constantFrom('RU', 'GE', 'DE')),
    identifiers: fc.array(fc.record({ scheme: fc.constantFrom(...identifierSchemes), value: words }), { maxLength: 5 }),
    address: text,
    worksIn: fc.array(fc.record({ republic: fc.constantFrom(...codesOf(republics)), district: text }), { maxLength: 5 }),
    languages: fc.uniqueArray(fc.constantFrom(...codesOf(languages)), { maxLength: 5 }),
    expertise: fc.array(
      fc.record({
        area: fc.constantFrom(...codesOf(expertiseAreas)),
        level: fc.constantFrom(...levels),
        capacity: fc.constantFrom(...capacities.filter((capacity) => capacity !== 'open')),
        until: fc.option(day),
        delivery: fc.constantFrom(...deliveries),
      }),
      { maxLength: 5 },
    ),
    website: fc.constantFrom('', 'https://most.example/о-нас'),
    contacts: fc.array(fc.record({ channel: fc.constantFrom(...channels), value: words, audience }), { maxLength: 5 }),
    safeContact: byLanguage,
    legalFlags: fc.array(
      fc.record({
        flag: fc.constantFrom(...legalFlagKinds),
        since: fc.option(day),
        recordedBy: fc.constantFrom('self', 'coordinator'),
      }),
      { maxLength: 3 },
    ),
    audiences: fc.record(Object.fromEntries(fieldGroups.map((group) => [group, audience]))),
  })
  .map((written) => Profile.parse(written))

/** What a browser sends for a form that shows this draft: one field for each pointer. */
function formOf(draft: ProfileDraft): FormData {
  const form = new FormData()
  for (const [field, value] of Object.entries(draft)) if (typeof value === 'string') form.set(`/${field}`, value)
  for (const language of draft.languages) form.append('/languages', language)
  for (const group of fieldGroups) form.set(`/audiences/${group}`, draft.audiences[group])
  for (const group of Object.keys(rowFields) as RowGroup[])
    draft[group].forEach((row, index) => {
      for (const [field, value] of Object.entries(row)) form.set(`/${group}/${index}/${field}`, value)
    })
  return form
}

describe('a profile form', () => {
  it('sends back exactly the profile that it was opened with, spare rows or not', () => {
    fc.assert(
      fc.property(profiles, fc.constantFrom(undefined, 'expertise', 'names', 'contacts'), (profile, asked) => {
        const sent = readDraft(formOf(withSpareRows(draftOf(profile), asked)))
        expect(Profile.parse(bodyOf(sent))).toEqual(profile)
      }),
    )
  })

  it('keeps what cannot be right as it was written', () => {
    const form = new FormData()
    form.set('/foundedYear', 'давно')
    form.set('/expertise/0/area', 'elections')
    form.set('/expertise/0/level', 'genius')
    form.set('/worksIn/3/district', 'Хунзах')
    const body = bodyOf(readDraft(form))
    expect(body.foundedYear).toBe('давно')
    expect(body.expertise).toEqual([{ area: 'elections', level: 'genius', capacity: '', until: null, delivery: '' }])
    expect(body.worksIn).toEqual([{ republic: '', district: 'Хунзах' }])
  })

  it('has the rows of both own languages, however little is sent', () => {
    const form = new FormData()
    form.set('/names/7/tag', 'ce')
    form.set('/names/7/text', 'ТӀай')
    form.set('/names/9/tag', 'en')
    form.set('/names/9/text', 'Bridge')
    expect(readDraft(form).names).toEqual([
      { tag: 'ru', text: '' },
      { tag: 'en', text: 'Bridge' },
      { tag: 'ce', text: 'ТӀай' },
    ])
  })

  it('reads no more rows than anybody writes, however many are sent', () => {
    const form = new FormData()
    for (let row = 0; row < 999; row++) form.set(`/contacts/${row}/value`, `${row}`)
    form.set('/contacts/1e9/value', 'x')
    expect(readDraft(form).contacts).toHaveLength(200)
  })
})
