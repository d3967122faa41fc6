import { type OrganisationId, PersonId, refuse, type Result } from '@kunak/contracts'
import type { Person } from '@kunak/contracts/identity'
import { commit, type Database, loadItem, type Write } from '@kunak/data'
import { loadOrganisations } from '@kunak/data/directory'
import { findPersonByMail, loadPeople, personWrites } from '@kunak/data/identity'
import * as z from 'zod'
import type { Network } from '../open-network.ts'
import { isFounded } from './found-network.ts'

/** Why the first coordinators were not named; `nobody` says who has no account. */
export type Unnamed =
  | { readonly code: 'not_founded' | 'there_are_coordinators' | 'not_two_parties' }
  | { readonly code: 'nobody'; readonly mail: string }

const markKey = { pk: 'NETWORK', sk: 'COORDINATORS' }
const Named = z.array(PersonId)

/**
 * Names the first coordinators of a founded network, until there are two of two different vetted organisations: whatever needs two
 * needs two parties, and from then on those two make others. Refuses people who have no account or belong to no vetted organisation,
 * and a second one of the same organisation.
 */
export async function nameFirstCoordinators(
  { database, secrets, now }: Pick<Network, 'database' | 'secrets' | 'now'>,
  mails: readonly string[],
): Promise<Result<undefined, Unnamed>> {
  if (!(await isFounded(database))) return refuse({ code: 'not_founded' })
  const people = await Promise.all(mails.map((mail) => findPersonByMail(database, secrets.fingerprintOfMail(mail))))
  const missing = people.indexOf(null)
  if (missing !== -1) return refuse({ code: 'nobody', mail: mails[missing] ?? '' })
  const named = await namedBefore(database)
  if (named.length > 1) return refuse({ code: 'there_are_coordinators' })
  const found = people.filter((person) => person !== null)
  const all = [...named, ...found]
  if (!(await areOfTheirOwn(database, all))) return refuse({ code: 'not_two_parties' })
  const ids = all.map(({ id }) => id)
  const mark: Write = {
    Put: {
      TableName: database.tables.identity,
      Item: { ...markKey, named: ids, count: ids.length },
      ConditionExpression: 'attribute_not_exists(pk) OR #count = :before',
      ExpressionAttributeNames: { '#count': 'count' },
      ExpressionAttributeValues: { ':before': named.length },
    },
  }
  const saved = await commit(database, now(), {
    writes: [
      mark,
      ...found.flatMap((before) =>
        personWrites(database, before, { ...before, version: before.version + 1, isCoordinator: true }),
      ),
    ],
    events: found.map(({ id }) => ({ type: 'coordinator_granted', subject: `PERSON#${id}`, actor: 'system', data: {} })),
  })
  return saved.ok ? saved : refuse({ code: 'there_are_coordinators' })
}

async function namedBefore(database: Database): Promise<Person[]> {
  const mark = await loadItem(database, 'identity', markKey)
  return mark ? loadPeople(database, Named.parse(mark['named'])) : []
}

/** Whether each belongs to a vetted organisation, and no two to the same one. */
async function areOfTheirOwn(database: Database, people: readonly Person[]): Promise<boolean> {
  const places = await Promise.all(people.map(({ memberships }) => vettedAmong(database, memberships)))
  const all = places.flat()
  return places.every((ids) => ids.length > 0) && new Set(all).size === all.length
}

async function vettedAmong(database: Database, memberships: Person['memberships']): Promise<OrganisationId[]> {
  const organisations = await loadOrganisations(
    database,
    memberships.map(({ organisationId }) => organisationId),
  )
  return organisations.filter(({ standing }) => standing === 'vetted').map(({ id }) => id)
}
