import { ok, OrganisationId, PersonId, refuse, type Result } from '@kunak/contracts'
import type { Organisation, Profile } from '@kunak/contracts/directory'
import { commit, type Database, type Event, loadItem, type Write } from '@kunak/data'
import { loadStandings, organisationWrites } from '@kunak/data/directory'
import { newToken, organisationPeopleWrite, personWrites } from '@kunak/data/identity'
import { emptyProfile, everybodyAt, newOrganisation } from '@kunak/domain/directory'
import { isLocalMailProvider, newPerson } from '@kunak/domain/identity'
import type { Network } from '../open-network.ts'
import type { Founder } from './founding-file.ts'

type Place = Pick<Network, 'database' | 'secrets' | 'now' | 'newId'>

/** That a network has been founded here: nothing founds it again. */
const foundedKey = { pk: 'NETWORK', sk: 'FOUNDED' }

/** Whether a network was founded here, and so nothing invented belongs into it. */
export async function isFounded(database: Database): Promise<boolean> {
  return (await loadItem(database, 'directory', foundedKey)) !== undefined
}

/**
 * Founds a network, in one transaction: its founding organisations, vetted from the first day, and accounts for their stewards. Refuses
 * (`not_fresh`) where there is an organisation already, or an account with one of these addresses.
 */
export async function foundNetwork(
  place: Place,
  founders: readonly Founder[],
): Promise<Result<readonly Organisation[], { readonly code: 'not_fresh' }>> {
  const { database } = place
  const now = place.now()
  if ((await loadStandings(database)).length > 0) return refuse({ code: 'not_fresh' })
  const founded = founders.map((founder) => found(place, founder, now))
  const mark: Write = {
    Put: {
      TableName: database.tables.directory,
      Item: { ...foundedKey, at: now.toISOString() },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  }
  const saved = await commit(database, now, {
    writes: [mark, ...founded.flatMap(({ writes }) => writes)],
    events: founded.map(({ event }) => event),
  })
  return saved.ok ? ok(founded.map(({ organisation }) => organisation)) : refuse({ code: 'not_fresh' })
}

function found({ database, secrets, newId }: Place, founder: Founder, now: Date) {
  const id = OrganisationId.parse(newId())
  const organisation: Organisation = {
    ...newOrganisation({ standing: 'vetted', profile: profileOf(founder) }, { id, now }),
    isFounding: true,
  }
  const people = founder.stewards.map((mail) => ({
    ...newPerson(
      {
        id: PersonId.parse(newId()),
        mail: secrets.seal(mail),
        mailFingerprint: secrets.fingerprintOfMail(mail),
        actorNonce: newToken(),
        locale: 'ru',
        wantsLetters: !isLocalMailProvider(mail),
      },
      now,
    ),
    memberships: [{ organisationId: id, role: 'steward' as const }],
  }))
  const stewards = people.map((person) => ({ personId: person.id, role: 'steward' as const, since: now.toISOString() }))
  const writes = [
    ...organisationWrites(database, now, { before: null, after: organisation }),
    organisationPeopleWrite(database, id, { version: 1, people: stewards }),
    ...people.flatMap((person) => personWrites(database, null, person)),
  ]
  const event: Event = {
    type: 'organisation_founded',
    subject: `ORGANISATION#${id}`,
    actor: 'system',
    data: { version: 1 },
  }
  return { organisation, writes, event }
}

/** A profile that says where it works and nothing else; its stewards fill in the rest, and open what they wish. */
function profileOf({ names, country, republics }: Founder): Profile {
  return {
    ...emptyProfile,
    names,
    basedIn: country,
    worksIn: republics.map((republic) => ({ republic, district: '' })),
    audiences: everybodyAt('network'),
  }
}
