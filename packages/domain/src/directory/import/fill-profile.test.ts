import type { Profile } from '@kunak/contracts/directory'
import { describe, expect, it } from 'vitest'
import { emptyProfile } from '../empty-profile.ts'
import { importedAudiences } from './audiences.ts'
import { fillProfile } from './fill-profile.ts'

const before: Profile = { ...emptyProfile, names: { ru: 'Мост' }, foundedYear: 2011, audiences: importedAudiences }

describe('filling a profile from a list', () => {
  it('fills what is empty and adds what is missing from lists', () => {
    const row = { ...emptyProfile, names: { en: 'Bridge' }, website: 'https://bridge.example', languages: ['ru' as const] }
    const { profile, isChanged, problems } = fillProfile(before, row)
    expect(profile).toMatchObject({ names: { ru: 'Мост', en: 'Bridge' }, website: 'https://bridge.example', languages: ['ru'] })
    expect([isChanged, problems]).toEqual([true, []])
  })

  it('never overwrites, and says what differs', () => {
    const row = { ...emptyProfile, names: { ru: 'Мостик' }, foundedYear: 1999 }
    expect(fillProfile(before, row)).toEqual({
      profile: before,
      isChanged: false,
      problems: [
        { field: 'names', code: 'kept_existing', values: {} },
        { field: 'foundedYear', code: 'kept_existing', values: {} },
      ],
    })
  })

  it('adds nothing where more people would see it than see an import', () => {
    const open = { ...before, audiences: { ...before.audiences, website: 'public', address: 'network' } } as const
    const row = { ...emptyProfile, website: 'https://bridge.example', address: 'Горная улица' }
    expect(fillProfile(open, row)).toMatchObject({
      isChanged: false,
      problems: [
        { field: 'address', code: 'would_be_public' },
        { field: 'website', code: 'would_be_public' },
      ],
    })
  })

  it('finds nothing new in what it has filled in', () => {
    const row = {
      ...emptyProfile,
      names: { en: 'Bridge' },
      description: { ru: 'Помогаем.' },
      worksIn: [{ republic: 'RU-DA' as const, district: '' }],
    }
    const { profile } = fillProfile(before, row)
    expect(fillProfile(profile, row)).toEqual({ profile, isChanged: false, problems: [] })
  })
})
