import { OrganisationId } from '@kunak/contracts'
import {
  type Capacity,
  type Delivery,
  type Expertise,
  type FieldGroup,
  fieldGroups,
  type LegalFlag,
  type Level,
  Profile,
  type Standing,
} from '@kunak/contracts/directory'
import type { Audience } from '@kunak/contracts'
import type { ExpertiseArea, Language, LegalForm, Republic } from '@kunak/vocabulary'
import { numbered } from './numbered.ts'

/** What it knows: area, level, how to reach people with it, and capacity; with a number of days, that capacity lasts so long from now. */
type Knows = readonly [ExpertiseArea, Level, Delivery, Capacity, number?]

/** An invented organisation, short enough to read forty of them. Nothing and nobody in it exists; `.example` leads nowhere. */
export interface DemoOrganisation {
  readonly number: number
  readonly names: Readonly<Record<string, string>>
  readonly about: Readonly<Record<string, string>>
  /** Its place under `.example`; without one it has no website. */
  readonly domain?: string
  readonly form: LegalForm | null
  readonly founded: number | null
  readonly base: string
  readonly where: readonly (readonly [Republic, string?])[]
  readonly languages: readonly Language[]
  readonly knows: readonly Knows[]
  readonly openness: keyof typeof openness
  readonly assuredDaysAgo: number
  readonly standing?: Exclude<Standing, 'vetted' | 'left'>
  readonly vettedDaysAgo?: number
  readonly isFounding?: true
  readonly flags?: readonly LegalFlag[]
  readonly safeContact?: Readonly<Record<string, string>>
}

/** Who reads what, from an organisation that shows most of itself to one that only coordinators know of. */
const openness = {
  open: { ...everyGroup('public'), registration: 'network', address: 'organisation', contact: 'network', legalFlags: 'public' },
  careful: { ...everyGroup('network'), names: 'public', work: 'public' },
  network: { ...everyGroup('network'), address: 'organisation', contact: 'circle' },
  coordinators: everyGroup('coordinators'),
} as const satisfies Record<string, Record<FieldGroup, Audience>>

const dayMs = 86_400_000
const dayIn = (days: number, now: Date) => new Date(now.getTime() + days * dayMs).toISOString().slice(0, 10)

export function demoId(number: number): OrganisationId {
  return OrganisationId.parse(numbered('01JDEM0NETW0RK', number))
}

/** The profile of an invented organisation, with the days of its capacities counted from now. */
export function demoProfile(organisation: DemoOrganisation, now: Date): Profile {
  const { domain, about, openness: choice } = organisation
  return Profile.parse({
    names: organisation.names,
    acronym: '',
    description: {
      ru: `${about['ru'] ?? ''} Это вымышленная организация.`,
      en: `${about['en'] ?? ''} This organisation is invented.`,
    },
    legalForm: organisation.form,
    foundedYear: organisation.founded,
    basedIn: organisation.base,
    identifiers: [{ scheme: 'other', value: `INVENTED-${organisation.number}` }],
    address: '',
    worksIn: organisation.where.map(([republic, district = '']) => ({ republic, district })),
    languages: [...organisation.languages],
    expertise: organisation.knows.map((knows) => demoExpertise(knows, now)),
    website: domain ? `https://${domain}.example` : '',
    contacts: domain
      ? [
          { channel: 'email', value: `pismo@${domain}.example`, audience: choice === 'open' ? 'public' : 'network' },
          { channel: 'matrix', value: `@desk:${domain}.example`, audience: 'circle' },
        ]
      : [{ channel: 'other', value: 'через координатора · through a coordinator', audience: 'coordinators' }],
    safeContact: organisation.safeContact ?? {},
    legalFlags: [...(organisation.flags ?? [])],
    audiences: openness[choice],
  })
}

function demoExpertise([area, level, delivery, capacity, days]: Knows, now: Date): Expertise {
  return { area, level, delivery, capacity, until: days === undefined ? null : dayIn(days, now) }
}

function everyGroup(audience: Audience): Record<FieldGroup, Audience> {
  return Object.fromEntries(fieldGroups.map((group) => [group, audience])) as Record<FieldGroup, Audience>
}
