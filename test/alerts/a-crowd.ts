import { newUlid, PersonId } from '@kunak/contracts'
import type { Alert, AlertContent, Subscription } from '@kunak/contracts/alerts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Person } from '@kunak/contracts/identity'
import { commit, type Database } from '@kunak/data'
import { saveAlert, subscriptionWrite } from '@kunak/data/alerts'
import { saveOrganisation } from '@kunak/data/directory'
import { organisationPeopleWrite, personWrites, type Secrets } from '@kunak/data/identity'
import { anAlert, anOrganisation, aPerson, aStoredPerson } from '@kunak/testing'

export interface House {
  readonly database: Database
  readonly secrets: Secrets
  readonly now: () => Date
}

/** One of many people: to which organisation she belongs, and what is not as usual about her. */
export interface OneOfMany {
  readonly organisation: number | null
  readonly account?: Partial<Person>
  readonly subscription?: Omit<Subscription, 'personId'>
}

export interface Crowd {
  readonly organisations: readonly Organisation[]
  readonly people: readonly Person[]
}

const atOnce = 30
export const addressOf = (id: PersonId) => `${id.toLowerCase()}@post.example`

/** Puts many people of some organisations into the store, each with what she has chosen. */
export async function aCrowd(
  { database, secrets, now }: House,
  { organisations, people }: { readonly organisations: readonly Partial<Organisation>[]; readonly people: readonly OneOfMany[] },
): Promise<Crowd> {
  const houses = organisations.map((said) => anOrganisation(said))
  for (const after of houses) {
    const event = { type: 'organisation_listed', actor: null, data: {} }
    await saveOrganisation(database, now(), { before: null, after, event })
  }
  // Making the keys of a passkey for each would take longer than all the rest.
  const usual = { ...aStoredPerson(aPerson(), secrets), passkeys: [] }
  const accounts = people.map(({ organisation, account }): Person => {
    const id = PersonId.parse(newUlid(now().getTime()))
    const organisationId = organisation === null ? undefined : houses[organisation]?.id
    return {
      ...usual,
      id,
      mail: secrets.seal(addressOf(id)),
      mailFingerprint: secrets.fingerprintOfMail(addressOf(id)),
      memberships: organisationId ? [{ organisationId, role: 'member' }] : [],
      ...account,
    }
  })
  for (let first = 0; first < accounts.length; first += atOnce) {
    const writes = accounts.slice(first, first + atOnce).flatMap((one) => personWrites(database, null, one))
    await commit(database, now(), { writes, events: [] })
  }
  const chosen = people.flatMap(({ subscription }, n) => {
    const personId = accounts[n]?.id
    return subscription && personId ? [subscriptionWrite(database, { ...subscription, personId })] : []
  })
  for (let first = 0; first < chosen.length; first += 90)
    await commit(database, now(), { writes: chosen.slice(first, first + 90), events: [] })
  for (const { id } of houses) {
    const theirs = accounts.filter(({ memberships }) => memberships.some(({ organisationId }) => organisationId === id))
    const members = theirs.map((one) => ({ personId: one.id, role: 'member' as const, since: now().toISOString() }))
    const write = organisationPeopleWrite(database, id, { version: 1, people: members.slice(0, 500) })
    await commit(database, now(), { writes: [write], events: [] })
  }
  return { organisations: houses, people: accounts }
}

/** Saves a change of an alert with its event, as a request does; answers the event as a worker reads it. */
export async function change(
  house: House,
  before: Alert | null,
  { after, type, data = {} }: { readonly after: Alert; readonly type: string; readonly data?: Readonly<Record<string, string>> },
) {
  const saved = await saveAlert(house, house.now(), { before, after, event: { type, actor: null, data } })
  if (!saved.ok) throw new Error('Somebody else has changed the alert of the test.')
  return { type, subject: `ALERT#${after.id}`, id: newUlid(house.now().getTime()), data }
}

export const addresses = (ids: readonly PersonId[]) => ids.map(addressOf).sort()

/** So many people who are alike. */
export function people(count: number, said: Partial<OneOfMany> = {}): OneOfMany[] {
  return Array.from({ length: count }, () => ({ organisation: 0, ...said }))
}

/** An alert of the first organisation of a crowd, that is out; its writer is nobody of them. */
export function alertOf({ organisations }: Pick<Crowd, 'organisations'>, content: Partial<AlertContent> = {}): Alert {
  return { ...anAlert({ state: 'active', content }), raisedBy: organisations[0]?.id ?? anAlert().raisedBy }
}
