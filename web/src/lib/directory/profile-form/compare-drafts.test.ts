import { describe, expect, it } from 'vitest'
import { compareDrafts, fingerprintsOf, haveChanged, takeTheirs } from './compare-drafts.ts'
import { readDraft } from './read-draft.ts'

function draft(fields: Readonly<Record<string, string>>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return readDraft(form)
}

describe('two people who edit one profile', () => {
  const opened = draft({ '/acronym': 'КМ', '/address': 'Махачкала', '/website': '' })
  const mine = draft({ '/acronym': 'КМ', '/address': 'Дербент', '/website': 'https://a.example' })
  const theirs = draft({ '/acronym': 'КамМост', '/address': 'Хасавюрт', '/website': '' })
  const base = fingerprintsOf(opened)

  it('are shown every field that differs, with what each of them touched', () => {
    expect(compareDrafts(mine, theirs, base)).toEqual([
      { field: 'acronym', suggestion: 'theirs' },
      { field: 'address', suggestion: 'mine' },
      { field: 'website', suggestion: 'mine' },
    ])
  })

  it('lose nothing of either side that they choose', () => {
    const merged = takeTheirs(mine, theirs, ['acronym'])
    expect([merged.acronym, merged.address, merged.website]).toEqual(['КамМост', 'Дербент', 'https://a.example'])
  })

  it('are known to have met where anything was saved since, and where a form does not say how things stood', () => {
    expect(haveChanged(opened, base)).toBe(false)
    expect(haveChanged(theirs, base)).toBe(true)
    expect(haveChanged(opened, { ...base, address: undefined })).toBe(true)
    expect(haveChanged(opened, {})).toBe(true)
  })

  it('see no difference in the order of languages or in translations left empty', () => {
    const one = new FormData()
    for (const language of ['ru', 'ce']) one.append('/languages', language)
    one.set('/names/0/tag', 'ru')
    const other = new FormData()
    for (const language of ['ce', 'ru']) other.append('/languages', language)
    expect(compareDrafts(readDraft(one), readDraft(other), {})).toEqual([])
  })
})
