import type { Letter } from '@kunak/contracts/identity'
import { wantsNews } from '@kunak/domain/identity'
import type { Database } from '../database.ts'
import { loadOrganisations } from '../directory/index.ts'
import { loadPeople, loadSignIn, type Secrets, signInProofs } from '../identity/index.ts'
import type { LetterJob, Recipient } from './letter-job.ts'
import { hasStoppedLetters } from './stop-letters.ts'
import { stopTokenFor } from './stop-token.ts'

export interface AddressBook {
  readonly database: Database
  readonly now: () => Date
  readonly secrets: Secrets
  /** The site's origin, such as `https://kunak.example`. */
  readonly origin: string
}

/** The letters of some recipients of a job, as they stand now: null for who no longer wants or can be sent one. */
export async function findAddresses(
  { database, now, secrets, origin }: AddressBook,
  { letter, signIn }: Pick<LetterJob, 'letter' | 'signIn'>,
  recipients: readonly Recipient[],
): Promise<(Letter | null)[]> {
  const people = await loadPeople(
    database,
    recipients.flatMap((recipient) => ('person' in recipient ? [recipient.person] : [])),
  )
  const theirs = people.flatMap(({ memberships }) => memberships.map(({ organisationId }) => organisationId))
  const organisations = await loadOrganisations(database, [...new Set(theirs)])
  const news = (sealedMail: string, mailFingerprint: string, locale: Letter['locale']): Letter => ({
    kind: 'news',
    to: secrets.unseal(sealedMail),
    locale,
    stopToken: stopTokenFor(secrets, mailFingerprint),
  })
  const asked = signIn === undefined ? null : await loadSignIn(database, now(), signIn)
  return Promise.all(
    recipients.map(async (recipient) => {
      if ('person' in recipient) {
        const person = people.find(({ id }) => id === recipient.person)
        if (letter !== 'news' || !person || !wantsNews(person, organisations)) return null
        return news(person.mail, person.mailFingerprint, person.locale)
      }
      const { sealedMail, locale } = recipient
      if (letter === 'sign_in') {
        if (!asked) return null
        const { token, code } = signInProofs(secrets, asked.hash)
        const link = `${origin}/${locale}/sign-in/letter?token=${token}`
        return { kind: 'sign_in', to: secrets.unseal(sealedMail), locale, link, code }
      }
      const mailFingerprint = secrets.fingerprintOfMail(secrets.unseal(sealedMail))
      return (await hasStoppedLetters(database, mailFingerprint)) ? null : news(sealedMail, mailFingerprint, locale)
    }),
  )
}
