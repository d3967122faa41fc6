import type { Actor, CircleId, OrganisationId, PersonId } from '@kunak/contracts'
import type { Alert } from '@kunak/contracts/alerts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { isForNetwork, readsAlert, type Subscriber, viewerOfSubscriber } from '@kunak/domain/alerts'
import { actorOf, wantsNews } from '@kunak/domain/identity'
import type { Database } from '../database.ts'
import { loadCircle, loadOrganisations, loadStandings } from '../directory/index.ts'
import { loadPeople, peopleOfOrganisations } from '../identity/index.ts'
import { listCoordinators, loadAllSubscribers, loadSubscribers } from './subscribers.ts'

type Known = ReadonlyMap<OrganisationId, Pick<Organisation, 'id' | 'standing' | 'circles'>>

/** A subscriber who may read the whole of an alert, and what she may read. */
export interface Reader {
  readonly subscriber: Subscriber
  readonly viewer: Viewer
}

/**
 * Everybody who may read the whole of an alert, as things stand now. Where it is for the network, all subscribers are looked through;
 * else only the people of the organisations that it is for, and the coordinators.
 */
export async function readersOf(database: Database, alert: Alert): Promise<Reader[]> {
  const isWide = isForNetwork(alert) && alert.state !== 'submitted'
  const [subscribers, known] = isWide
    ? await Promise.all([loadAllSubscribers(database), standingsOf(database)])
    : await closeTo(database, alert)
  const actors = alert.keptFrom === undefined ? new Map<PersonId, Actor>() : await actorsOf(database, subscribers)
  return subscribers
    .map((one) => ({
      subscriber: { ...one, takesMail: takesMail(one, known) },
      viewer: viewerOfSubscriber(one, known, actors.get(one.personId)),
    }))
    .filter(({ viewer }) => readsAlert(viewer, alert))
}

/** How the audit log names some people: by that an alert is kept from somebody who may have left her organisation since. */
async function actorsOf(database: Database, subscribers: readonly Subscriber[]): Promise<ReadonlyMap<PersonId, Actor>> {
  const people = await loadPeople(
    database,
    subscribers.map(({ personId }) => personId),
  )
  return new Map(people.map((person) => [person.id, actorOf(person)]))
}

/** The mail of people of frozen organisations alone stops with everything else. */
function takesMail({ organisations, takesMail: wantsLetters }: Subscriber, known: Known): boolean {
  const memberships = organisations.map((organisationId) => ({ organisationId, role: 'member' as const }))
  const hers = organisations.flatMap((id) => known.get(id) ?? [])
  return wantsNews({ memberships, wantsLetters, undeliverable: null }, hers)
}

/** How all organisations stand: of what the network reads, that decides. */
async function standingsOf(database: Database): Promise<Known> {
  const notes = await loadStandings(database)
  return new Map(notes.map(({ id, standing, isFrozen }) => [id, { id, standing: isFrozen ? 'frozen' : standing, circles: [] }]))
}

/** The people of the organisations that an alert is for, and all coordinators, with their organisations. */
async function closeTo(database: Database, { raisedBy, content }: Alert): Promise<readonly [Subscriber[], Known]> {
  const circle = content.circleId === null ? [] : await membersOf(database, content.circleId)
  const organisations = [...new Set([raisedBy, ...(content.concerns === null ? [] : [content.concerns]), ...circle])]
  const ids = await peopleOfOrganisations(database, organisations)
  const subscribers = await loadSubscribers(database, [...new Set([...ids, ...(await listCoordinators(database))])])
  const theirs = await loadOrganisations(database, [...new Set(subscribers.flatMap((one) => one.organisations))])
  return [subscribers, new Map(theirs.map((one) => [one.id, one]))]
}

async function membersOf(database: Database, id: CircleId): Promise<OrganisationId[]> {
  return (await loadCircle(database, id))?.members.map((member) => member.organisationId) ?? []
}
