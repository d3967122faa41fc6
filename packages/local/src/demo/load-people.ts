import { type Database, inPartition, queryAll, type Write } from '@kunak/data'
import { loadOrganisationPeople, newToken, organisationPeopleWrite, savePerson, type Secrets } from '@kunak/data/identity'
import type { Person } from '@kunak/contracts/identity'
import { type DemoPerson, demoPeople } from './people.ts'

const marked = 'DEMO#PEOPLE'

/**
 * Gives the invented people accounts, which have no second factor yet, so that the first sign-in adds one. Answers how many it made. A
 * mark of each stays when her account goes: whoever has erased it does not come back with the next start.
 */
export async function loadDemoPeople(at: { readonly database: Database; readonly secrets: Secrets }, now: Date): Promise<number> {
  const marks = await queryAll(at.database, 'identity', inPartition(marked))
  const known = new Set(marks.map(({ sk }) => sk))
  let made = 0
  for (const person of demoPeople) if (!known.has(person.id) && (await make(at, now, person))) made += 1
  return made
}

async function make(
  { database, secrets }: { readonly database: Database; readonly secrets: Secrets },
  now: Date,
  invented: DemoPerson,
): Promise<boolean> {
  const saved = await savePerson(database, now, {
    before: null,
    after: accountOf(invented, secrets, now),
    event: { type: 'person_added', actor: 'system', data: {} },
    also: [markOf(database, invented), ...(await placesOf(database, invented, now))],
  })
  return saved.ok
}

function accountOf({ id, mail, name, memberships, isCoordinator }: DemoPerson, secrets: Secrets, now: Date): Person {
  const at = now.toISOString()
  return {
    id,
    version: 1,
    mail: secrets.seal(mail),
    mailFingerprint: secrets.fingerprintOfMail(mail),
    name: secrets.seal(name),
    locale: 'ru',
    createdAt: at,
    actorNonce: newToken(),
    memberships: [...memberships],
    isCoordinator,
    passkeys: [],
    authenticator: null,
    recoveryCode: null,
    guardians: [],
    recovery: null,
    wantsLetters: true,
    undeliverable: null,
    sessionsFrom: at,
  }
}

const markOf = ({ tables }: Database, { id }: DemoPerson): Write => ({
  Put: { TableName: tables.identity, Item: { pk: marked, sk: id }, ConditionExpression: 'attribute_not_exists(pk)' },
})

function placesOf(database: Database, { id, memberships }: DemoPerson, now: Date): Promise<Write[]> {
  return Promise.all(
    memberships.map(async ({ organisationId, role }) => {
      const { version, people } = await loadOrganisationPeople(database, organisationId)
      const joined = [...people, { personId: id, role, since: now.toISOString() }]
      return organisationPeopleWrite(database, organisationId, { version: version + 1, people: joined })
    }),
  )
}
