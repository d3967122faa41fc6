import { describe, expect, it } from 'vitest'
import { findCatalogueFaults } from './find-catalogue-faults.ts'

const sources = ['m.greeting({ name })', 'm[`level_${level}`]()']
const ru = { $schema: 'x', greeting: 'Здравствуйте, {name}', level_lead: 'ведущий' }
const en = { $schema: 'x', greeting: 'Hello, {name}', level_lead: 'lead' }

describe('the message catalogues', () => {
  it('are right when every key is there, used, and alike in each language', () => {
    expect(findCatalogueFaults({ ru, en }, sources)).toEqual([])
  })

  it.each([
    ['missing in one language', { ru, en: { greeting: 'Hello, {name}' } }, sources, 'en: the message "level_lead" is missing'],
    ['empty in one language', { ru, en: { ...en, level_lead: '' } }, sources, 'en: the message "level_lead" is missing'],
    ['used nowhere', { ru, en }, sources.slice(1), 'the message "greeting" is used nowhere'],
    ['written nowhere', { ru, en }, [...sources, 'm.farewell()'], 'the message "farewell" is used but stands in no catalogue'],
    ['of which none begins as a source asks', { ru, en }, [...sources, 'm[`tone_${tone}`]()'], 'no message begins with "tone_"'],
    [
      'with other inputs in one language',
      { ru, en: { ...en, greeting: 'Hello, {who}' } },
      sources,
      'the message "greeting" takes other inputs in one language than in another',
    ],
  ])('name a key that is %s', (_, catalogues, used, fault) => {
    expect(findCatalogueFaults(catalogues, used)).toEqual([fault])
  })
})
