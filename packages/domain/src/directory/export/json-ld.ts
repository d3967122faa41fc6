import type { OrganisationView } from '@kunak/contracts/directory'
import { expertiseAreas, labelOf, languages, republics, type UiLocale } from '@kunak/vocabulary'

type Json = { readonly [key: string]: unknown }

/** What a reader may see of an organisation, as schema.org's NGO in JSON-LD. `page` is the address of its page here. */
export function jsonLd(view: OrganisationView, page: string, locale: UiLocale): Json {
  const said = (byLanguage: Readonly<Record<string, string>>) =>
    Object.entries(byLanguage).map(([language, text]) => ({ '@language': language, '@value': text }))
  return {
    '@context': 'https://schema.org',
    '@type': 'NGO',
    '@id': page,
    mainEntityOfPage: page,
    name: said(view.names),
    ...(view.acronym && { alternateName: view.acronym }),
    ...(view.description && { description: said(view.description) }),
    ...(view.website && { url: view.website }),
    ...(view.foundedYear && { foundingDate: String(view.foundedYear) }),
    ...((view.basedIn ?? view.address) && {
      address: {
        '@type': 'PostalAddress',
        ...(view.basedIn && { addressCountry: view.basedIn }),
        ...(view.address && { streetAddress: view.address }),
      },
    }),
    ...(view.worksIn && {
      areaServed: view.worksIn.map(({ republic }) => ({
        '@type': 'AdministrativeArea',
        name: labelOf(republics, republic, locale),
        identifier: republic,
      })),
    }),
    ...(view.languages && {
      knowsLanguage: view.languages.map((code) => ({
        '@type': 'Language',
        name: labelOf(languages, code, locale),
        alternateName: code,
      })),
    }),
    ...(view.expertise && { knowsAbout: view.expertise.map(({ area }) => labelOf(expertiseAreas, area, locale)) }),
    ...(view.identifiers && {
      identifier: view.identifiers.map(({ scheme, value }) => ({ '@type': 'PropertyValue', propertyID: scheme, value })),
    }),
    ...contactPoints(view),
  }
}

/** JSON-LD as it may stand inside a script element: nothing in it can end the element or begin another. */
export function jsonLdText(ld: Json): string {
  return JSON.stringify(ld).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function contactPoints({ contacts = [] }: OrganisationView): Json {
  const points = contacts.flatMap(({ channel, value }): Json[] => {
    if (channel === 'email') return [{ '@type': 'ContactPoint', email: value }]
    if (channel === 'phone') return [{ '@type': 'ContactPoint', telephone: value }]
    return channel === 'web_form' ? [{ '@type': 'ContactPoint', url: value }] : []
  })
  return points.length > 0 ? { contactPoint: points } : {}
}
