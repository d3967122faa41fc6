import { fieldGroups, Profile } from '@kunak/contracts/directory'
import { describe, expect, it } from 'vitest'
import { type ProfileDraft, rowFields } from './profile-draft.ts'
import { audiencesOf, isProfilePart, partOfPointer, profileParts, valuesOf, withValues } from './profile-parts.ts'
import { readDraft } from './read-draft.ts'

/** A draft with this word in every field. */
function draftOf(word: string): ProfileDraft {
  const form = new FormData()
  for (const field of Object.keys(Profile.shape)) form.set(`/${field}`, word)
  for (const [group, fields] of Object.entries(rowFields)) for (const field of fields) form.set(`/${group}/0/${field}`, word)
  for (const group of fieldGroups) form.set(`/audiences/${group}`, word)
  return readDraft(form)
}

describe('the parts of a profile form', () => {
  it('ask for every field and every audience of a profile exactly once', () => {
    const asked = profileParts.flatMap((part) => Object.keys(valuesOf(draftOf('x'), part)))
    const all = Object.keys(Profile.shape).filter((field) => field !== 'audiences')
    expect(asked.toSorted()).toEqual([...all, ...fieldGroups.map((group) => `audiences/${group}`)].toSorted())
    expect(profileParts.flatMap(audiencesOf).toSorted()).toEqual(fieldGroups.toSorted())
  })

  it.each(profileParts)('change nothing of any other part: %s', (part) => {
    const after = withValues(draftOf('saved'), valuesOf(draftOf('sent'), part))
    for (const other of profileParts)
      expect(valuesOf(after, other)).toEqual(valuesOf(draftOf(other === part ? 'sent' : 'saved'), other))
  })

  it.each([
    ['/names/ru', 'names'],
    ['/expertise/2/until', 'expertise'],
    ['/safeContact', 'contacts'],
    ['/audiences/address', 'website'],
    ['/audiences/legalFlags', 'labels'],
    ['/audiences', undefined],
    ['/nothing', undefined],
  ])('know where %s is asked', (pointer, part) => {
    expect(partOfPointer(pointer)).toBe(part)
  })

  it.each(['', 'nothing', 'toString', '__proto__'])('are not found under “%s”', (text) => {
    expect(isProfilePart(text)).toBe(false)
  })
})
