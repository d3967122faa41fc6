import { organisations } from '@kunak/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listedFreshness, readerClasses, readerClassOf, readerOf, searchDocumentOf } from './search-document.ts'
import { wordsOf } from './search-words.ts'
import { isListedFor, viewOrganisation } from './view-organisation.ts'

const now = new Date('2026-11-22T09:00:00Z')

describe('a search document', () => {
  it('has no word of a description that its readers may not see', () => {
    fc.assert(
      fc.property(organisations, fc.constantFrom(...readerClasses), (organisation, readerClass) => {
        const secret = { ...organisation, profile: { ...organisation.profile, description: { ru: 'Щебетуха' } } }
        const document = searchDocumentOf(readerOf[readerClass], secret)
        const isShown = viewOrganisation(readerOf[readerClass], secret, new Date(secret.assuredAt))?.description !== undefined
        expect(document?.words.text.includes('щебетуха') ?? false).toBe(isShown)
      }),
    )
  })

  it('is the same whatever the day, and there whenever the organisation is listed on any', () => {
    fc.assert(
      fc.property(organisations, fc.constantFrom(...readerClasses), (organisation, readerClass) => {
        const reader = readerOf[readerClass]
        const document = searchDocumentOf(reader, organisation)
        if (isListedFor(reader, organisation, now)) expect(document).not.toBeNull()
        for (const name of Object.values(organisation.profile.names))
          if (document) expect(document.words.name).toEqual(expect.arrayContaining(wordsOf(name)))
      }),
    )
  })

  it('is listed by freshness as the view says', () => {
    fc.assert(
      fc.property(organisations, fc.constantFrom(...readerClasses), (organisation, readerClass) => {
        const reader = readerOf[readerClass]
        const view = viewOrganisation(reader, organisation, now)
        expect(view !== null && listedFreshness[readerClass].includes(view.freshness)).toBe(
          isListedFor(reader, organisation, now),
        )
        expect(readerClassOf(reader)).toBe(readerClass)
      }),
    )
  })
})
