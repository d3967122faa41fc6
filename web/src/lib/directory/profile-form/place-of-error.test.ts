import { describe, expect, it } from 'vitest'
import { findRepeatedLanguages, placeOfError } from './place-of-error.ts'
import type { ProfileDraft } from './profile-draft.ts'
import { readDraft } from './read-draft.ts'

function draftWithNames(...names: readonly (readonly [tag: string, text: string])[]): ProfileDraft {
  const form = new FormData()
  names.forEach(([tag, text], index) => {
    form.set(`/names/${index}/tag`, tag)
    form.set(`/names/${index}/text`, text)
  })
  return readDraft(form)
}

describe('where a problem of the API stands in the form', () => {
  const draft = draftWithNames(['ru', 'Мост'], ['en', ''], ['zz!', 'x'])

  it.each([
    ['/acronym', '/acronym'],
    ['/names', '/names/0/text'],
    ['/names/en', '/names/1/text'],
    ['/names/zz!', '/names/2/tag'],
    ['/expertise/2/until', '/expertise/2/until'],
    ['/expertise/2', '/expertise/2/area'],
    ['/languages/4', '/languages'],
    ['/legalFlags', '/legalFlags'],
    ['/audiences/address', '/audiences/address'],
  ])('leads from %s to the field %s', (pointer, id) => {
    expect(placeOfError(pointer, draft)).toBe(id)
  })

  it('names the row that gives a language its second text', () => {
    const repeated = draftWithNames(['ru', 'Мост'], ['en', 'Bridge'], ['ce', 'ТӀай'], ['ce', 'ТӀай ду'])
    expect(findRepeatedLanguages(repeated, 'en').map(({ field }) => field)).toEqual(['/names/3/tag'])
    expect(findRepeatedLanguages(draft, 'en')).toEqual([])
  })
})
