import { refuse, type Result } from '@kunak/contracts'
import { commit, type Write } from '@kunak/data'
import { loadOrganisations } from '@kunak/data/directory'
import { findPersonByMail, personWrites } from '@kunak/data/identity'
import type { Network } from '../open-network.ts'

/** Why the first coordinators were not named; `nobody` says who has no account. */
export type Unnamed =
  | { readonly code: 'there_are_coordinators' }
  | { readonly code: 'nobody'; readonly mail: string }
  | { readonly code: 'not_two_parties' }

const markKey = { pk: 'NETWORK', sk: 'COORDINATORS' }

/**
 * Names the first coordinators of a network, all at once and once only; later ones are made by two coordinators. They are people who
 * have an account, and belong between them to two different vetted organisations, because whatever needs two needs two parties.
 */
export async function nameFirstCoordinators(
  { database, secrets, now }: Pick<Network, 'database' | 'secrets' | 'now'>,
  mails: readonly string[],
): Promise<Result<undefined, Unnamed>> {
  const people = await Promise.all(mails.map((mail) => findPersonByMail(database, secrets.fingerprintOfMail(mail))))
  const missing = people.indexOf(null)
  if (missing !== -1) return refuse({ code: 'nobody', mail: mails[missing] ?? '' })
  const found = people.filter((person) => person !== null)
  if (found.some(({ isCoordinator }) => isCoordinator)) return refuse({ code: 'there_are_coordinators' })
  const places = await Promise.all(
    found.map(async ({ memberships }) => {
      const organisations = await loadOrganisations(
        database,
        memberships.map(({ organisationId }) => organisationId),
      )
      return organisations.filter(({ standing }) => standing === 'vetted').map(({ id }) => id)
    }),
  )
  const areTwo = places.some(
    (one) => one.length > 0 && places.some((other) => other.length > 0 && !other.some((id) => one.includes(id))),
  )
  if (!areTwo) return refuse({ code: 'not_two_parties' })
  const mark: Write = {
    Put: {
      TableName: database.tables.identity,
      Item: { ...markKey, at: now().toISOString() },
      ConditionExpression: 'attribute_not_exists(pk)',
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
