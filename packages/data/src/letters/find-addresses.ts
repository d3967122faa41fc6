import type { PersonId } from '@kunak/contracts'
import type { Letter } from '@kunak/contracts/identity'
import { wantsNews } from '@kunak/domain/identity'
import type { Database } from '../database.ts'
import { loadOrganisations } from '../directory/index.ts'
import { loadPeople, loadSignIn, type Secrets, signInProofs } from '../identity/index.ts'
import { type LetterJob, personsOf, type Recipient } from './letter-job.ts'
import { stillWanted } from './still-wanted.ts'
import { hasStoppedLetters } from './stop-letters.ts'
import { stopTokenFor } from './stop-token.ts'

export interface AddressBook {
  readonly database: Database
  readonly now: () => Date
  readonly secrets: Secrets
  /** The site's origin, such as `https://kunak.example`. */
  readonly origin: string
}

/** What a recipient of a job is to be sent now: a letter, a note to her browsers, both, or nothing; `later` while her hours are quiet. */
export type Sending = { readonly letter: Letter | null; readonly pushTo: PersonId | null } | 'later'

const nothing: Sending = { letter: null, pushTo: null }

/** What some recipients of a job are to be sent, as they stand now: nothing for who no longer wants or can be sent any. */
export async function findAddresses(
  { database, now, secrets, origin }: AddressBook,
  { letter, signIn, about }: Pick<LetterJob, 'letter' | 'signIn' | 'about'>,
  recipients: readonly Recipient[],
): Promise<Sending[]> {
  const people = await loadPeople(database, personsOf(recipients))
  const theirs = people.flatMap(({ memberships }) => memberships.map(({ organisationId }) => organisationId))
  const organisations = await loadOrganisations(database, [...new Set(theirs)])
  const wanted = about && (await stillWanted({ database, secrets }, now(), { ...about, people, organisations }))
  const news = (sealedMail: string, mailFingerprint: string, locale: Letter['locale']): Letter => ({
    kind: 'news',
    to: secrets.unseal(sealedMail),
    locale,
    stopToken: stopTokenFor(secrets, mailFingerprint),
  })
  const asked = signIn === undefined ? null : await loadSignIn(database, now(), signIn)
  return Promise.all(
    recipients.map(async (recipient): Promise<Sending> => {
      if ('person' in recipient) {
        const person = people.find(({ id }) => id === recipient.person)
        if (letter !== 'news' || !person) return nothing
        const ways = wanted ? wanted.get(person.id) : { mail: true, push: true }
        if (!ways) return ways === null ? 'later' : nothing
        const isMailed = ways.mail && wantsNews(person, organisations)
        return {
          letter: isMailed ? news(person.mail, person.mailFingerprint, person.locale) : null,
          pushTo: ways.push ? person.id : null,
        }
      }
      const { sealedMail, locale } = recipient
      if (letter === 'sign_in') {
        if (!asked) return nothing
        const { token, code } = signInProofs(secrets, asked.hash)
        const link = `${origin}/${locale}/sign-in/letter?token=${token}`
        return { letter: { kind: 'sign_in', to: secrets.unseal(sealedMail), locale, link, code }, pushTo: null }
      }
      const mailFingerprint = secrets.fingerprintOfMail(secrets.unseal(sealedMail))
      const hasStopped = await hasStoppedLetters(database, mailFingerprint)
      return { letter: hasStopped ? null : news(sealedMail, mailFingerprint, locale), pushTo: null }
    }),
  )
}
