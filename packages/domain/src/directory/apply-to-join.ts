import { ok, type OrganisationId, type Refusal, refuse, type Result } from '@kunak/contracts'
import { fieldGroups, type NewApplication, type Organisation, type Profile } from '@kunak/contracts/directory'
import { isCountry } from './countries.ts'
import { newOrganisation } from './new-organisation.ts'

/**
 * The applicant that an application makes: its own people and coordinators see it, nobody else. Its profile is for the network once it
 * is vetted; it opens it further itself.
 */
export function applyToJoin(
  application: NewApplication,
  context: { readonly id: OrganisationId; readonly now: Date },
): Result<Organisation, Refusal> {
  if (!isCountry(application.country)) return refuse({ code: 'invalid', fields: [{ field: '/country', code: 'not_a_country' }] })
  return ok(newOrganisation({ standing: 'applicant', profile: firstProfile(application) }, context))
}

function firstProfile({ names, worksIn, languages, country, website }: NewApplication): Profile {
  return {
    names,
    acronym: '',
    description: {},
    legalForm: null,
    foundedYear: null,
    basedIn: country,
    identifiers: [],
    address: '',
    worksIn: [...new Set(worksIn)].map((republic) => ({ republic, district: '' })),
    languages: [...new Set(languages)],
    expertise: [],
    website,
    contacts: [],
    safeContact: {},
    legalFlags: [],
    audiences: Object.fromEntries(fieldGroups.map((group) => [group, 'network'])) as Profile['audiences'],
  }
}
