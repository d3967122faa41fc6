import type { FieldGroup, Organisation, OrganisationView } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { canRead, isOwn } from '../identity/index.ts'
import { capacityOn } from './capacity-on.ts'
import { freshnessOf } from './freshness.ts'

/**
 * The one way in which an organisation leaves the store: what this reader may see of it today, or null when for this reader it
 * does not exist. Frozen and departed organisations exist for nobody; other standings than vetted, and profiles nobody has assured
 * for a year, only for their own people and coordinators.
 */
export function viewOrganisation(viewer: Viewer, organisation: Organisation, now: Date): OrganisationView | null {
  const { id, profile, standing } = organisation
  const isInside = isOwn(viewer, id) || viewer.isCoordinator
  const freshness = freshnessOf(organisation.assuredAt, now)
  if (standing === 'frozen' || standing === 'left') return null
  if ((standing !== 'vetted' || freshness === 'hidden') && !isInside) return null
  if (!canRead(viewer, profile.audiences.names, organisation)) return null

  const shows = (group: FieldGroup) => canRead(viewer, profile.audiences[group], organisation)
  const today = now.toISOString().slice(0, 10)
  const contacts = profile.contacts.filter((contact) => canRead(viewer, contact.audience, organisation))
  return {
    id,
    freshness,
    assuredOn: organisation.assuredAt.slice(0, 10),
    ...(isInside && { standing }),
    names: profile.names,
    ...(profile.acronym && { acronym: profile.acronym }),
    ...(shows('description') && isNotEmpty(profile.description) && { description: profile.description }),
    ...(shows('registration') && {
      ...(profile.legalForm && { legalForm: profile.legalForm }),
      ...(profile.foundedYear && { foundedYear: profile.foundedYear }),
      ...(profile.basedIn && { basedIn: profile.basedIn }),
      ...(profile.identifiers.length > 0 && { identifiers: profile.identifiers }),
    }),
    ...(shows('address') && profile.address && { address: profile.address }),
    ...(shows('work') && {
      ...(profile.worksIn.length > 0 && {
        worksIn: profile.worksIn.map(({ republic, district }) => ({ republic, ...(district && { district }) })),
      }),
      ...(profile.languages.length > 0 && { languages: profile.languages }),
    }),
    ...(shows('expertise') &&
      profile.expertise.length > 0 && {
        expertise: profile.expertise.map((entry) => ({ ...entry, ...capacityOn(entry, today) })),
      }),
    ...(shows('website') && profile.website && { website: profile.website }),
    ...(contacts.length > 0 && { contacts: contacts.map(({ channel, value }) => ({ channel, value })) }),
    ...(shows('contact') && isNotEmpty(profile.safeContact) && { safeContact: profile.safeContact }),
    ...(shows('legalFlags') && profile.legalFlags.length > 0 && { legalFlags: profile.legalFlags }),
  }
}

/** Whether an organisation stands in this reader's lists, counts and map: those of the public leave out what is stale. */
export function isListedFor(viewer: Viewer, organisation: Organisation, now: Date): boolean {
  const view = viewOrganisation(viewer, organisation, now)
  if (view === null) return false
  if (viewer.isCoordinator) return true
  return viewer.isInNetwork ? view.freshness !== 'hidden' : view.freshness === 'fresh' || view.freshness === 'due'
}

function isNotEmpty(byLanguage: Readonly<Record<string, string>>): boolean {
  return Object.keys(byLanguage).length > 0
}
