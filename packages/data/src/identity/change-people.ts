import { ok, type OrganisationId, type PersonId, type Refusal, refuse, type Result } from '@kunak/contracts'
import type { OrganisationPeople, Person, Role } from '@kunak/contracts/identity'
import { accountWithRole, type PeopleResult, roleIn } from '@kunak/domain/identity'
import { commit, type Event, type Write } from '../commit.ts'
import type { Database } from '../database.ts'
import { loadOrganisationPeople, organisationPeopleWrite } from './organisation-people.ts'
import { loadPeople, personWrites } from './people.ts'

/** How often a change is decided anew when somebody else was faster. */
const mostTries = 5

interface PeopleChange {
  readonly organisationId: OrganisationId
  /** Decided on the people as they are stored, anew for each try. */
  readonly decide: (before: OrganisationPeople) => PeopleResult | Promise<PeopleResult>
  /** What else is written in the same transaction. */
  readonly also?: () => readonly Write[]
  readonly event: Omit<Event, 'subject'>
}

/**
 * Changes who belongs to an organisation, and each of these people's own accounts, in one transaction. Where somebody was faster it is
 * decided again; what was allowed and no longer is, is refused with `people_changed`.
 */
export async function changePeople(
  database: Database,
  now: Date,
  { organisationId, decide, also, event }: PeopleChange,
): Promise<Result<OrganisationPeople, Refusal>> {
  for (let tried = 0; tried < mostTries; tried += 1) {
    const before = await loadOrganisationPeople(database, organisationId)
    const decided = await decide(before)
    if (!decided.ok) return tried === 0 ? decided : refuse({ code: 'people_changed' })
    const after = decided.value
    const accounts = await changedAccounts(database, organisationId, { before, after })
    if (!accounts.ok) return accounts
    const saved = await commit(database, now, {
      writes: [
        organisationPeopleWrite(database, organisationId, after),
        ...accounts.value.flatMap((account) => personWrites(database, account.before, account.after)),
        ...(also?.() ?? []),
      ],
      events: [{ ...event, subject: `ORGANISATION#${organisationId}` }],
    })
    if (saved.ok) return ok(after)
  }
  return refuse({ code: 'people_changed' })
}

interface Account {
  readonly before: Person
  readonly after: Person
}

async function changedAccounts(
  database: Database,
  organisationId: OrganisationId,
  { before, after }: { readonly before: OrganisationPeople; readonly after: OrganisationPeople },
): Promise<Result<Account[], Refusal>> {
  const ids = [...new Set([...before.people, ...after.people].map(({ personId }) => personId))]
  const changed = new Map<PersonId, Role | null>(
    ids.filter((id) => roleIn(before, id) !== roleIn(after, id)).map((id) => [id, roleIn(after, id)]),
  )
  const accounts: Account[] = []
  for (const person of await loadPeople(database, [...changed.keys()])) {
    const placed = accountWithRole(person, organisationId, changed.get(person.id) ?? null)
    if (!placed.ok) return placed
    accounts.push({ before: person, after: placed.value })
  }
  // An account that has gone since takes its places along, so that nobody is given one who is not there.
  return accounts.length === changed.size ? ok(accounts) : refuse({ code: 'people_changed' })
}
