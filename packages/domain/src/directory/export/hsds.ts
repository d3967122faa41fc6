import { createHash } from 'node:crypto'
import { bestText } from '@kunak/contracts'
import type { HsdsAttribute, HsdsOrganization, OrganisationView } from '@kunak/contracts/directory'
import { expertiseAreas, type Labelled, labelOf, languages, legalForms, republics } from '@kunak/vocabulary'

type Expertise = NonNullable<OrganisationView['expertise']>[number]

/**
 * What a reader may see of an organisation, as HSDS 3. Its areas of expertise are services; what HSDS has no field for (texts by
 * language, republics, other channels, legal labels) is carried by attributes whose `link_type` says what they are.
 */
export function hsdsOrganization(view: OrganisationView): HsdsOrganization {
  const make = maker(view.id)
  const contacts = view.contacts ?? []
  const first = (channel: string) => contacts.find((contact) => contact.channel === channel)?.value
  const email = first('email')
  const numbers = contacts.filter(({ channel }) => channel === 'phone')
  return {
    id: uuidOfUlid(view.id),
    name: bestText(view.names, 'en')?.text ?? '',
    ...(view.acronym && { alternate_name: view.acronym }),
    description: bestText(view.description ?? {}, 'en')?.text ?? '',
    ...(email && { email }),
    ...(view.website && { website: view.website }),
    ...(view.foundedYear && { year_incorporated: view.foundedYear }),
    ...(view.legalForm && { legal_status: labelOf(legalForms, view.legalForm, 'en') }),
    ...(view.identifiers && {
      organization_identifiers: view.identifiers.map(({ scheme, value }) => ({
        id: make('identifier', scheme, value),
        ...(scheme !== 'other' && { identifier_scheme: scheme }),
        identifier_type: scheme,
        identifier: value,
      })),
    }),
    ...(numbers.length > 0 && { phones: numbers.map(({ value }) => ({ id: make('phone', value), number: value })) }),
    ...((view.basedIn ?? view.address) && { locations: [locationOf(view, make)] }),
    ...(view.expertise && { services: view.expertise.map((entry) => serviceOf(entry, view, make)) }),
    attributes: attributesOf(view, make),
  }
}

/** The head and tail of a page of organisations as HSDS' API gives them; the organisations stand between, divided by commas. */
export const hsdsPage = {
  head: '{"contents":[',
  tail: (count: number) =>
    `],"total_items":${count},"total_pages":1,"page_number":1,"size":${count},"first_page":true,"last_page":true,"empty":${count === 0}}`,
} as const

/** Our 128-bit id written as a UUID, which HSDS wants. */
export function uuidOfUlid(ulid: string): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const number = [...ulid].reduce((sum, digit) => sum * 32n + BigInt(alphabet.indexOf(digit)), 0n)
  return dashed(number.toString(16).padStart(32, '0'))
}

type Make = (...parts: readonly string[]) => string
/** Ids of the parts of an organisation: the same part has the same id in every export. */
function maker(owner: string): Make {
  return (...parts) => {
    const digest = createHash('sha256')
      .update([owner, ...parts].join('\u001f'))
      .digest('hex')
    return dashed(`${digest.slice(0, 12)}8${digest.slice(13, 16)}8${digest.slice(17, 32)}`)
  }
}

function dashed(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

function locationOf({ basedIn = '', address = '' }: OrganisationView, make: Make) {
  const empty = { city: '', state_province: '', postal_code: '' }
  const written = { id: make('address'), address_1: address, ...empty, country: basedIn, address_type: 'physical' }
  return { id: make('location'), location_type: 'physical', addresses: [written] }
}

function serviceOf(entry: Expertise, view: OrganisationView, make: Make) {
  const { area, level, capacity, until, delivery } = entry
  const said = (type: string, value: string): HsdsAttribute => ({ id: make('service', area, type), link_type: type, value })
  return {
    id: make('service', area),
    name: labelOf(expertiseAreas, area, 'en'),
    status: capacity === 'none' ? 'temporarily closed' : 'active',
    ...(view.languages && {
      languages: view.languages.map((code) => ({ id: make('service', area, code), name: labelOf(languages, code, 'en'), code })),
    }),
    ...(view.worksIn && {
      service_areas: view.worksIn.map(({ republic }) => ({
        id: make('service area', area, republic),
        name: labelOf(republics, republic, 'en'),
      })),
    }),
    attributes: [
      { id: make('service', area, 'expertise'), link_type: 'expertise', taxonomy_term: term(make, 'expertise', area) },
      said('level', level),
      said('capacity', capacity),
      ...(until === null ? [] : [said('until', until)]),
      said('delivery', delivery),
    ],
  }
}

function attributesOf(view: OrganisationView, make: Make): HsdsAttribute[] {
  const texts = (type: string, byLanguage: Readonly<Record<string, string>> = {}) =>
    Object.entries(byLanguage).map(([language, value]) => attribute(type, language, value))
  const attribute = (type: string, code: string, value?: string): HsdsAttribute => ({
    id: make(type, code, value ?? ''),
    link_type: type,
    ...(value !== undefined && { value }),
    taxonomy_term: term(make, type, code),
  })
  return [
    ...texts('name', view.names),
    ...texts('description', view.description),
    ...texts('safe_contact', view.safeContact),
    ...(view.legalForm ? [attribute('legal_form', view.legalForm)] : []),
    ...(view.worksIn ?? []).map(({ republic, district }) => attribute('republic', republic, district)),
    ...(view.languages ?? []).map((code) => attribute('language', code)),
    ...(view.contacts ?? []).map(({ channel, value }) => attribute('contact', channel, value)),
    ...(view.legalFlags ?? []).map(({ flag, since }) => attribute('legal_flag', flag, since ?? undefined)),
  ]
}

const taxonomies: Readonly<Record<string, string>> = {
  republic: 'ISO 3166-2',
  language: 'BCP 47',
  name: 'BCP 47',
  description: 'BCP 47',
  safe_contact: 'BCP 47',
}
const vocabularies: Readonly<Record<string, readonly Labelled[]>> = {
  expertise: expertiseAreas,
  legal_form: legalForms,
  republic: republics,
  language: languages,
}

function term(make: Make, type: string, code: string) {
  const name = labelOf(vocabularies[type] ?? [], code, 'en')
  return { id: make('term', type, code), code, name, description: name, taxonomy: taxonomies[type] ?? `Kunak ${type}` }
}
