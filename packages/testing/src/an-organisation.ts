import { Organisation } from '@kunak/contracts/directory'
import { aProfile } from './a-profile.ts'
import { anOrganisationId, storyTime } from './ids.ts'

/** A valid, vetted organisation whose profile was assured today; what a test says replaces what stands here. */
export function anOrganisation({
  profile = {},
  ...said
}: Partial<Omit<Organisation, 'profile'>> & {
  readonly profile?: Parameters<typeof aProfile>[0]
} = {}): Organisation {
  return Organisation.parse({
    id: anOrganisationId(),
    version: 1,
    standing: 'vetted',
    assuredAt: storyTime,
    createdAt: '2025-03-01T09:00:00Z',
    ...said,
    profile: aProfile(profile),
  })
}
