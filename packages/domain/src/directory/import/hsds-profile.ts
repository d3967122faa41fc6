import {
  channels,
  type HsdsAttribute,
  type HsdsOrganization,
  identifierSchemes,
  legalFlagKinds,
  LegalFlag,
  type Identifier,
  Profile,
  type RowProblem,
} from '@kunak/contracts/directory'
import { languages, legalForms, republics } from '@kunak/vocabulary'
import { countryFrom } from '../countries.ts'
import { checkIdentifier, normaliseIdentifier } from '../identifiers.ts'
import { emptyProfile } from '../empty-profile.ts'
import { hsdsExpertise } from './hsds-expertise.ts'
import { type Note, noteInto } from './note-into.ts'
import type { ImportedProfile } from './prepared-row.ts'
import { readNames } from './read-names.ts'
import { readWebsite } from './read-website.ts'
import { resolveTerm } from './resolve-terms.ts'
import { tidyCell } from './tidy-cell.ts'

/** An HSDS organisation in our words; what cannot be used is left out and said. */
export function hsdsProfile(from: HsdsOrganization, now: Date): { profile: ImportedProfile; problems: RowProblem[] } {
  const problems: RowProblem[] = []
  const note = noteInto(problems)
  const attributes = (type: string) => (from.attributes ?? []).filter((attribute) => attribute.link_type === type)
  const legalForm = attributes('legal_form')[0]?.taxonomy_term?.code ?? from.legal_status ?? ''
  const profile: ImportedProfile = {
    ...emptyProfile,
    names: nonEmpty(textsOf(attributes('name'))) ?? readNames(plain('name', from.name), note),
    acronym: kept('acronym', from.alternate_name ?? '', note),
    description: nonEmpty(textsOf(attributes('description'))) ?? descriptionOf(from.description ?? '', note),
    safeContact: textsOf(attributes('safe_contact')),
    legalForm: legalForm === '' ? null : (resolveTerm(legalForms, legalForm) ?? unknown(note, 'legal_status', legalForm)),
    foundedYear: yearOf(from.year_incorporated, note, now),
    basedIn: countryOf(from, note),
    identifiers: identifiersOf(from, note),
    address: addressOf(from, note),
    worksIn: attributes('republic').flatMap(({ taxonomy_term, value }) => {
      const republic = resolveTerm(republics, taxonomy_term?.code ?? '') ?? unknown(note, 'republic', taxonomy_term?.code)
      return republic === null ? [] : [{ republic, district: value ?? '' }]
    }),
    languages: languagesOf(from, attributes('language'), note),
    expertise: hsdsExpertise(from, note),
    website: websiteOf(from.website ?? '', note),
    contacts: contactsOf(from, attributes('contact'), note),
    legalFlags: attributes('legal_flag').flatMap(({ taxonomy_term, value }) => {
      const said = { flag: taxonomy_term?.code, since: value ?? null, recordedBy: 'coordinator' }
      const parsed = LegalFlag.safeParse(said)
      if (!parsed.success) note('legal_flag', 'unknown_term', { value: legalFlagKinds.join(', ') })
      return parsed.success ? [parsed.data] : []
    }),
  }
  return { profile, problems }
}

function textsOf(attributes: readonly HsdsAttribute[]): Record<string, string> {
  return Object.fromEntries(attributes.map(({ taxonomy_term, value }) => [taxonomy_term?.code || 'und', value ?? '']))
}

function nonEmpty(byLanguage: Record<string, string>): Record<string, string> | null {
  return Object.values(byLanguage).some(Boolean) ? byLanguage : null
}

function plain(column: string, text: string | null | undefined) {
  const tidy = tidyCell(text ?? '')
  return tidy === '' ? [] : [{ column, target: 'name', language: null, text: tidy }]
}

function descriptionOf(text: string, note: Note): Record<string, string> {
  const [cell] = plain('description', text)
  if (!cell) return {}
  const parsed = Profile.shape.description.safeParse({ und: cell.text })
  if (!parsed.success) note('description', 'too_long', { n: 4000 })
  return parsed.success ? parsed.data : {}
}

function kept(field: 'acronym' | 'address', text: string, note: Note): string {
  const parsed = Profile.shape[field].safeParse(text)
  if (!parsed.success) note(field, 'too_long', { n: field === 'acronym' ? 40 : 300 })
  return parsed.success ? parsed.data : ''
}

function unknown(note: Note, field: string, value: string | null | undefined): null {
  note(field, 'unknown_term', { value: value ?? '' })
  return null
}

function yearOf(written: number | string | null | undefined, note: Note, now: Date): number | null {
  if (written === null || written === undefined || written === '') return null
  const year = Number(written)
  if (Number.isInteger(year) && year >= 1800 && year <= now.getUTCFullYear()) return year
  note('year_incorporated', 'not_a_year')
  return null
}

function countryOf({ locations }: HsdsOrganization, note: Note): string | null {
  const written = new Set(
    (locations ?? []).flatMap(({ addresses }) => (addresses ?? []).map(({ country }) => country ?? '')).filter(Boolean),
  )
  const codes = new Set([...written].map(countryFrom))
  if (codes.size > 1) note('locations', 'countries_disagree')
  if (codes.size !== 1) return null
  const [code = null] = codes
  if (code === null) note('locations', 'unknown_country', { value: [...written][0] ?? '' })
  return code
}

function addressOf({ locations }: HsdsOrganization, note: Note): string {
  const address = locations?.flatMap(({ addresses }) => addresses ?? [])[0]
  if (!address) return ''
  const lines = [address.address_1, address.address_2, address.postal_code, address.city, address.state_province]
  return kept('address', lines.filter(Boolean).join(', '), note)
}

function identifiersOf({ organization_identifiers }: HsdsOrganization, note: Note): Identifier[] {
  return (organization_identifiers ?? []).flatMap(({ identifier_scheme, identifier }) => {
    if (!identifier) return []
    const scheme = identifierSchemes.find((known) => known === identifier_scheme)
    const written = scheme ?? identifier_scheme ?? 'other'
    const found: Identifier = scheme
      ? { scheme, value: scheme === 'other' ? identifier : normaliseIdentifier({ scheme, value: identifier }).value }
      : { scheme: 'other', value: written === 'other' ? identifier : `${written} ${identifier}` }
    const problem = found.value.length > 60 ? 'not_an_identifier' : checkIdentifier(found)
    if (problem !== null) note('organization_identifiers', problem === 'wrong_check_digit' ? problem : 'not_an_identifier')
    return problem === null ? [found] : []
  })
}

function languagesOf(from: HsdsOrganization, said: readonly HsdsAttribute[], note: Note): ImportedProfile['languages'] {
  const elsewhere = [...(from.locations ?? []), ...(from.services ?? [])].flatMap((part) =>
    (part.languages ?? []).map(({ code, name }) => code || name),
  )
  const written = new Set([...said.map(({ taxonomy_term }) => taxonomy_term?.code), ...elsewhere].filter((word) => !!word))
  return [...written].flatMap((word) => resolveTerm(languages, word ?? '') ?? unknown(note, 'languages', word) ?? [])
}

function websiteOf(written: string, note: Note): string {
  const website = written === '' ? '' : readWebsite(written)
  if (website === null) note('website', 'not_a_web_address')
  return website ?? ''
}

function contactsOf(from: HsdsOrganization, said: readonly HsdsAttribute[], note: Note): ImportedProfile['contacts'] {
  const numbers = [...(from.phones ?? []), ...(from.locations ?? []).flatMap(({ phones }) => phones ?? [])]
  const written = [
    ...said.map(({ taxonomy_term, value }) => ({ channel: taxonomy_term?.code, value })),
    ...(from.email ? [{ channel: 'email', value: from.email }] : []),
    ...numbers.map(({ number }) => ({ channel: 'phone', value: number?.replace(/^"|"$/g, '') })),
  ]
  const found = new Map<string, ImportedProfile['contacts'][number]>()
  for (const { channel, value } of written) {
    const known = channels.find((one) => one === channel)
    if (known && value) found.set(`${known} ${value}`, { channel: known, value, audience: 'network' })
    else note('contacts', 'not_readable')
  }
  return [...found.values()].slice(0, 12)
}
