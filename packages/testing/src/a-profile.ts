import type { Audience } from '@kunak/contracts'
import { type FieldGroup, fieldGroups, Profile } from '@kunak/contracts/directory'

export type Audiences = Profile['audiences']

/** The same audience for every group of fields. */
export function everyGroup(audience: Audience): Audiences {
  return Object.fromEntries(fieldGroups.map((group) => [group, audience])) as Record<FieldGroup, Audience>
}

/**
 * A valid profile of an invented organisation, for the network as new ones are; whatever a test says about it replaces what stands
 * here. Of `audiences`, the groups that a test leaves out stay `network`.
 */
export function aProfile({
  audiences = {},
  ...said
}: Partial<Omit<Profile, 'audiences'>> & { readonly audiences?: Partial<Audiences> } = {}): Profile {
  return Profile.parse({
    names: { ru: 'Мост доверия', en: 'Bridge of Trust' },
    acronym: '',
    description: { ru: 'Помогаем тем, кто помогает другим.', en: 'We help those who help others.' },
    legalForm: 'public_organisation',
    foundedYear: 2011,
    basedIn: 'RU',
    identifiers: [],
    address: '',
    worksIn: [{ republic: 'RU-DA', district: '' }],
    languages: ['ru', 'av'],
    expertise: [{ area: 'criminal_defence', level: 'experienced', capacity: 'open', until: null, delivery: 'both' }],
    website: 'https://bridge.example',
    contacts: [{ channel: 'email', value: 'desk@bridge.example', audience: 'network' }],
    safeContact: {},
    legalFlags: [],
    ...said,
    audiences: { ...everyGroup('network'), ...audiences },
  })
}
