import { bestText } from '@kunak/contracts'
import type { OrganisationView } from '@kunak/contracts/directory'
import { areaLabel, languageLabel, republicLabel } from './labels.ts'
import { getLocale } from '#lib/paraglide/runtime.js'

/** What the public sees of an organisation as schema.org JSON-LD (https://schema.org/NGO), in the page's language. */
export function describeForMachines(organisation: OrganisationView, url: URL): Record<string, unknown> {
  const name = bestText(organisation.names, getLocale())?.text
  const otherNames = [...Object.values(organisation.names).filter((other) => other !== name), organisation.acronym ?? '']
  const description = organisation.description && bestText(organisation.description, getLocale())?.text
  return Object.fromEntries(
    Object.entries({
      '@context': 'https://schema.org',
      '@type': 'NGO',
      '@id': `${url.origin}${url.pathname}`,
      name,
      alternateName: otherNames.filter((other) => other !== ''),
      description,
      foundingDate: organisation.foundedYear?.toString(),
      url: organisation.website,
      identifier: organisation.identifiers?.map(({ scheme, value }) => ({ '@type': 'PropertyValue', propertyID: scheme, value })),
      areaServed: organisation.worksIn?.map(({ republic }) => ({ '@type': 'Place', name: republicLabel(republic) })),
      knowsAbout: organisation.expertise?.map(({ area }) => areaLabel(area)),
      knowsLanguage: organisation.languages?.map((language) => languageLabel(language)),
    }).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  )
}
