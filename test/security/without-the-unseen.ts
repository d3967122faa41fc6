import type { Audience } from '@kunak/contracts'
import type { Circle, Organisation, Profile } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'

/**
 * The world as it would be if everything that this reader may not see had never been written. Deliberately told a second time, apart
 * from the view function, so that the two can disagree.
 */
export function withoutTheUnseen(viewer: Viewer, organisations: readonly Organisation[], today: string): Organisation[] {
  return organisations.flatMap((stored) => {
    const isOwn = viewer.memberships.some(({ organisationId }) => organisationId === stored.id)
    if (stored.standing === 'frozen' || stored.standing === 'left') return []
    if (isOwn) return [stored]
    // Of what it belongs to, this reader knows the circles that she belongs to.
    const shared = stored.circles.filter((circle) => viewer.circles.includes(circle))
    const audienceCircle = shared.find((circle) => circle === stored.audienceCircle) ?? null
    const organisation = { ...stored, circles: shared, audienceCircle }
    const sees = (audience: Audience) =>
      audience === 'public' ||
      (audience === 'network' && viewer.isInNetwork) ||
      (audience === 'coordinators' && viewer.isCoordinator) ||
      (audience === 'circle' && audienceCircle !== null)
    const { profile, standing, assuredAt } = organisation
    const days = (Date.parse(today) - Date.parse(assuredAt.slice(0, 10))) / 86_400_000
    const isThere = viewer.isCoordinator || (standing === 'vetted' && days <= 365)
    if (isThere && sees(profile.audiences.names)) return [{ ...organisation, profile: pruned(profile, sees) }]
    // Those who are in a circle together know each other's names, and nothing else of what they cannot see.
    const isNeighbour = standing === 'vetted' && shared.length > 0
    return isNeighbour ? [{ ...organisation, profile: { ...pruned(profile, () => false), acronym: '' } }] : []
  })
}

/** The circles as they would be if whatever this reader may not see of them, and of who is in them, had never been. */
export function circlesWithoutTheUnseen(viewer: Viewer, circles: readonly Circle[], seen: readonly Organisation[]): Circle[] {
  const isThere = (id: string, where: (organisation: Organisation) => boolean) => seen.some((one) => one.id === id && where(one))
  return circles
    .filter(({ id }) => viewer.circles.includes(id))
    .map((circle) => ({
      ...circle,
      members: circle.members.filter(({ organisationId }) =>
        isThere(organisationId, ({ standing, circles: its }) => standing === 'vetted' && its.includes(circle.id)),
      ),
    }))
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
