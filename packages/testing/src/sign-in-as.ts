import { commit, type Database } from '@kunak/data'
import {
  hashOf,
  loadOrganisationPeople,
  loadPerson,
  newToken,
  organisationPeopleWrite,
  personWrites,
  type Secrets,
  sessionWrites,
} from '@kunak/data/identity'
import { aStoredPerson, type Someone } from './identities.ts'

/**
 * Gives somebody of a test an account, if she has none yet or another place in the network than the test says now, and a session that
 * begins now. Answers the cookie that her browser sends. How people sign in is told by the tests of that.
 */
export async function signInAs(
  { database, secrets }: { readonly database: Database; readonly secrets: Secrets },
  now: Date,
  someone: Someone,
): Promise<string> {
  const before = await loadPerson(database, someone.personId)
  const { memberships, isCoordinator } = someone
  const placed = before
    ? { ...before, version: before.version + 1, memberships: [...memberships], isCoordinator }
    : aStoredPerson(someone, secrets)
  const isAsBefore = before?.isCoordinator === isCoordinator && JSON.stringify(before.memberships) === JSON.stringify(memberships)
  const at = now.toISOString()
  const { cookie, writes } = aSession(database, now, someone)
  const saved = await commit(database, now, {
    writes: [
      ...(isAsBefore ? [] : personWrites(database, before, placed)),
      ...(isAsBefore ? [] : await placesOf(database, someone, at)),
      ...writes,
    ],
    events: [],
  })
  // Another request of the same test has just done it.
  return saved.ok ? cookie : signInAs({ database, secrets }, now, someone)
}

/** Another session of somebody who has an account already, which stays as it is. Answers the cookie of that session. */
export async function signInAgain(database: Database, now: Date, someone: Someone): Promise<string> {
  const { cookie, writes } = aSession(database, now, someone)
  await commit(database, now, { writes, events: [] })
  return cookie
}

function aSession(database: Database, now: Date, { personId }: Someone) {
  const token = newToken()
  const at = now.toISOString()
  const times = { startedAt: at, lastSeenAt: at }
  const kind = { kind: 'full', via: 'authenticator', device: 'computer' } as const
  return { cookie: `__Host-s=${token}`, writes: sessionWrites(database, { id: hashOf(token), personId, ...times, ...kind }) }
}

async function placesOf(database: Database, { personId, memberships }: Someone, since: string) {
  return Promise.all(
    memberships.map(async ({ organisationId, role }) => {
      const { version, people } = await loadOrganisationPeople(database, organisationId)
      const others = people.filter((other) => other.personId !== personId)
      return organisationPeopleWrite(database, organisationId, {
        version: version + 1,
        people: [...others, { personId, role, since }],
      })
    }),
  )
}
