import { ok, type OrganisationId, type Refusal, refuse, type Result } from '@kunak/contracts'
import type { NewApplication, Organisation, Profile } from '@kunak/contracts/directory'
import { isCountry } from './countries.ts'
import { emptyProfile } from './empty-profile.ts'
import { everybodyAt } from './import/audiences.ts'
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
    ...emptyProfile,
    names,
    basedIn: country,
    worksIn: [...new Set(worksIn)].map((republic) => ({ republic, district: '' })),
    languages: [...new Set(languages)],
    website,
    audiences: everybodyAt('network'),
  }
}
