import type { CircleId } from '@kunak/contracts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Person, Session, Viewer } from '@kunak/contracts/identity'
import { actorOf } from './actor-of.ts'

/**
 * What somebody may read and do right now, from her account and the present state of her organisations: a frozen or departed
 * organisation gives its people nothing, and only a vetted one lets them read what is for the network or for its circles.
 */
export function viewerFrom(
  person: Pick<Person, 'id' | 'actorNonce' | 'memberships' | 'isCoordinator'>,
  organisations: readonly Pick<Organisation, 'id' | 'standing' | 'circles'>[],
): Viewer {
  const present = new Map(
    organisations.filter(({ standing }) => standing !== 'frozen' && standing !== 'left').map((one) => [one.id, one]),
  )
  const vetted = [...present.values()].filter(({ standing }) => standing === 'vetted')
  const memberships = person.memberships.filter(({ organisationId }) => present.has(organisationId))
  const absent = person.memberships.map(({ organisationId }) => organisationId).filter((id) => !present.has(id))
  return {
    personId: person.id,
    actor: actorOf(person),
    memberships,
    ...(absent.length > 0 && { absent }),
    circles: [...new Set(vetted.flatMap(({ circles }): CircleId[] => circles))].sort(),
    isCoordinator: person.isCoordinator,
    isInNetwork: person.isCoordinator || vetted.length > 0,
  }
}

/**
 * Whether a session is over although it has not expired: its owner has ended all that began before, or an organisation of hers was
 * frozen while it ran, even if that is over.
 */
export function isSessionOver(
  { startedAt }: Pick<Session, 'startedAt'>,
  { sessionsFrom }: Pick<Person, 'sessionsFrom'>,
  organisations: readonly Pick<Organisation, 'frozen' | 'lastFrozenAt'>[],
): boolean {
  const endedBy = ({ frozen, lastFrozenAt }: (typeof organisations)[number]) => frozen?.at ?? lastFrozenAt
  return startedAt < sessionsFrom || organisations.some((one) => (endedBy(one) ?? '') >= startedAt)
}
