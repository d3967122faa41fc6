import { ok, type OrganisationId, type PersonId, refuse, type Refusal, type Result } from '@kunak/contracts'
import type { Person } from '@kunak/contracts/identity'
import { actorOf, eraseAccount as decide, type PeopleOf } from '@kunak/domain/identity'
import { commit, type Write } from '../commit.ts'
import type { Database } from '../database.ts'
import { deleteItem } from '../delete-item.ts'
import type { ItemKey } from '../load-items.ts'
import { inPartition, queryAll } from '../query-items.ts'
import { browserKeysOf } from './browsers.ts'
import { listWards } from './guardians.ts'
import { loadOrganisationPeople, organisationPeopleWrite } from './organisation-people.ts'
import { loadPerson, personGoneWrites, savePerson } from './people.ts'

const mostTries = 5
/** A transaction takes 100 writes; those of the account, its organisations and its event come first. */
const mostTraces = 50

export interface Erasure {
  readonly personId: PersonId
  /** Which of these organisations are gone themselves and need no steward. */
  readonly hasLeft: (ids: readonly OrganisationId[]) => Promise<ReadonlySet<OrganisationId>>
}

/**
 * Erases an account with all that hangs on it: her places in organisations, her address, her credentials and sessions, whom she guards
 * and who guards her, and what others asked of her address. Refuses with `last_steward` while an organisation needs her. What happened
 * stays in the audit log, as commitments that nobody can open any more.
 */
export async function eraseAccount(database: Database, now: Date, erasure: Erasure): Promise<Result<undefined, Refusal>> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const person = await loadPerson(database, erasure.personId)
    if (!person) return ok(undefined)
    const decided = decide(person.id, await placesOf(database, person, erasure))
    if (!decided.ok) return decided
    const wards = await listWards(database, person.id)
    const traces = [...(await tracesOf(database, person)), ...(await browserKeysOf(database, person.id))]
    const saved = await commit(database, now, {
      writes: [
        ...personGoneWrites(database, person),
        ...decided.value.map(({ organisationId, people }) => organisationPeopleWrite(database, organisationId, people)),
        ...traces.slice(0, mostTraces).map((key): Write => ({ Delete: { TableName: database.tables.identity, Key: key } })),
      ],
      events: [{ type: 'account_erased', subject: `PERSON#${person.id}`, actor: actorOf(person), data: {} }],
    })
    if (!saved.ok) continue
    for (const key of traces.slice(mostTraces)) await deleteItem(database, 'identity', key)
    for (const ward of wards) await takeGuardian(database, now, { ward, guardian: person.id })
    return ok(undefined)
  }
  return refuse({ code: 'changed_meanwhile' })
}

/** Whether an account could be erased now. */
export async function mayErase(
  database: Database,
  erasure: Erasure,
): Promise<Result<unknown, { readonly code: 'last_steward' }>> {
  const person = await loadPerson(database, erasure.personId)
  return person ? decide(person.id, await placesOf(database, person, erasure)) : ok(undefined)
}

async function placesOf(database: Database, { memberships }: Person, { hasLeft }: Erasure): Promise<PeopleOf[]> {
  const ids = memberships.map(({ organisationId }) => organisationId)
  const gone = await hasLeft(ids)
  return Promise.all(
    ids.map(async (organisationId) => {
      const people = await loadOrganisationPeople(database, organisationId)
      return { organisationId, people, hasLeft: gone.has(organisationId) }
    }),
  )
}

/** Somebody whom she guarded has one guardian less, and is asked for another. */
async function takeGuardian(
  database: Database,
  now: Date,
  { ward, guardian }: { readonly ward: PersonId; readonly guardian: PersonId },
): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const before = await loadPerson(database, ward)
    if (!before?.guardians.includes(guardian)) return
    const after = { ...before, version: before.version + 1, guardians: before.guardians.filter((one) => one !== guardian) }
    const saved = await savePerson(database, now, { before, after, event: { type: 'guardian_gone', actor: 'system', data: {} } })
    if (saved.ok) return
  }
}

/** Every other item that names her or her address, on her own side and on the other. */
async function tracesOf(database: Database, person: Person): Promise<ItemKey[]> {
  const { id, mailFingerprint, guardians } = person
  const [own, invited, asked] = await Promise.all(
    [`PERSON#${id}`, `INVITED#${mailFingerprint}`, `GUARDIAN_ASKED#${mailFingerprint}`].map((pk) => itemsIn(database, pk)),
  )
  const otherSides = [
    ...(own ?? []).flatMap(({ sk, ...item }) => otherSideOfOwn(sk, item)),
    ...(invited ?? []).map(({ sk, invitation }) => ({
      pk: `ORGANISATION#${textIn(invitation, 'organisationId')}`,
      sk: `INVITATION#${sk}`,
    })),
    ...(asked ?? []).map(({ sk, request }) => ({ pk: `PERSON#${textIn(request, 'personId')}`, sk: `GUARDIAN_REQUEST#${sk}` })),
    ...guardians.map((guardian) => ({ pk: `PERSON#${guardian}`, sk: `WARD#${id}` })),
  ]
  const mine = [...(own ?? []).filter(({ sk }) => sk !== 'STATE'), ...(invited ?? []), ...(asked ?? [])]
  return [...mine.map(({ pk, sk }) => ({ pk, sk })), ...otherSides]
}

/** What an item in her own partition has elsewhere: a session its state, an asked guardian the asking, her feeds what finds them. */
function otherSideOfOwn(sk: string, { request }: Readonly<Record<string, unknown>>): ItemKey[] {
  const [kind, id = ''] = sk.split('#')
  if (kind === 'SESSION') return [{ pk: `SESSION#${id}`, sk: 'STATE' }]
  if (kind === 'FEED_LINK') return [{ pk: `FEED_LINK#${id}`, sk: 'PERSON' }]
  if (kind === 'GUARDIAN_REQUEST') return [{ pk: `GUARDIAN_ASKED#${textIn(request, 'mailFingerprint')}`, sk: id }]
  return []
}

function textIn(item: unknown, name: string): string {
  return String((item as Readonly<Record<string, unknown>> | undefined)?.[name])
}

interface Trace extends ItemKey {
  readonly [name: string]: unknown
}

async function itemsIn(database: Database, pk: string): Promise<Trace[]> {
  const items = await queryAll(database, 'identity', inPartition(pk))
  return items.map((item) => ({ ...item, pk, sk: String(item['sk']) }))
}
