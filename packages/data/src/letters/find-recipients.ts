import type { WhoIsTold } from '@kunak/domain/identity'
import type { Database } from '../database.ts'
import {
  findPersonByMail,
  invitationBy,
  invitationsFor,
  listGuardianRequests,
  loadPeople,
  loadSignIn,
  peopleOfOrganisations,
} from '../identity/index.ts'
import type { Recipient } from './letter-job.ts'

/** The language of a letter to somebody who has not chosen one. */
const firstLocale = 'ru'

/** Who hears of an event as things stand now, each once, in the order of ids. */
export async function findRecipients(database: Database, now: Date, told: WhoIsTold): Promise<Recipient[]> {
  const askers = await Promise.all(told.signIns.map((hash) => findAsker(database, now, hash)))
  const invited = await Promise.all(told.invitations.map((one) => findInvited(database, now, one)))
  const guardians = await Promise.all(told.guardianRequests.map((one) => findAskedGuardian(database, now, one)))
  const addressed = [...askers, ...invited, ...guardians].filter((recipient) => recipient !== null)
  const persons = new Set([
    ...told.persons,
    ...(await loadPeople(database, told.wards)).flatMap(({ guardians }) => guardians),
    ...(await peopleOfOrganisations(database, told.led, 'steward')),
    ...(await peopleOfOrganisations(database, told.whole)),
  ])
  return [...addressed, ...[...persons].sort().map((person): Recipient => ({ person }))]
}

/** Whose letter to sign in it is: an account's or an invited address's; anybody else gets none. */
async function findAsker(database: Database, now: Date, hash: string): Promise<Recipient | null> {
  const signIn = await loadSignIn(database, now, hash)
  if (!signIn) return null
  const { mailFingerprint, locale } = signIn
  const person = await findPersonByMail(database, mailFingerprint)
  if (person) return person.undeliverable === 'bounced' ? null : { sealedMail: person.mail, locale }
  const [invitation] = await invitationsFor(database, now, mailFingerprint)
  return invitation ? { sealedMail: invitation.mail, locale } : null
}

async function findInvited(database: Database, now: Date, by: WhoIsTold['invitations'][number]): Promise<Recipient | null> {
  const invitation = await invitationBy(database, now, by)
  if (!invitation) return null
  const person = await findPersonByMail(database, invitation.mailFingerprint)
  return person ? { person: person.id } : { sealedMail: invitation.mail, locale: firstLocale }
}

/** Nobody is told at an address that has no account: whoever gets one finds the asking in it. */
async function findAskedGuardian(
  database: Database,
  now: Date,
  { personId, id }: WhoIsTold['guardianRequests'][number],
): Promise<Recipient | null> {
  const request = (await listGuardianRequests(database, now, personId)).find((one) => one.id === id)
  const person = request ? await findPersonByMail(database, request.mailFingerprint) : null
  return person && { person: person.id }
}
