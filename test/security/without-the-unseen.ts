import type { Audience } from '@kunak/contracts'
import type { Organisation, Profile } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'

/**
 * The world as it would be if everything that this reader may not see had never been written. Deliberately told a second time, apart
 * from the view function, so that the two can disagree.
 */
export function withoutTheUnseen(viewer: Viewer, organisations: readonly Organisation[], today: string): Organisation[] {
  return organisations.flatMap((organisation) => {
    const isOwn = viewer.memberships.some(({ organisationId }) => organisationId === organisation.id)
    if (isOwn) return [organisation]
    const sees = (audience: Audience) =>
      audience === 'public' ||
      (audience === 'network' && viewer.isInNetwork) ||
      (audience === 'coordinators' && viewer.isCoordinator)
    const { profile, standing, assuredAt } = organisation
    const days = (Date.parse(today) - Date.parse(assuredAt.slice(0, 10))) / 86_400_000
    if (standing === 'frozen' || standing === 'left' || !sees(profile.audiences.names)) return []
    if (!viewer.isCoordinator && (standing !== 'vetted' || days > 365)) return []
    return [{ ...organisation, profile: pruned(profile, sees) }]
  })
}

function pruned(profile: Profile, sees: (audience: Audience) => boolean): Profile {
  const { audiences } = profile
  return {
    ...profile,
    ...(!sees(audiences.description) && { description: {} }),
    ...(!sees(audiences.registration) && { legalForm: null, foundedYear: null, basedIn: null, identifiers: [] }),
    ...(!sees(audiences.address) && { address: '' }),
    ...(!sees(audiences.work) && { worksIn: [], languages: [] }),
    ...(!sees(audiences.expertise) && { expertise: [] }),
    ...(!sees(audiences.website) && { website: '' }),
    ...(!sees(audiences.contact) && { safeContact: {} }),
    ...(!sees(audiences.legalFlags) && { legalFlags: [] }),
    contacts: profile.contacts.filter(({ audience }) => sees(audience)),
  }
}
