import type { OrganisationId, PersonId } from '@kunak/contracts'
import type { Membership, Person, Role } from '@kunak/contracts/identity'
import { newToken, type Secrets } from '@kunak/data/identity'
import { authenticatorSecret } from './an-authenticator-code.ts'
import { aPersonId } from './ids.ts'
import { softwarePasskey, type SoftwarePasskey } from './software-passkey.ts'

/** Somebody of a test, as far as its story needs to know her; `aStoredPerson` makes an account of her. */
export interface Someone {
  readonly personId: PersonId
  readonly memberships: readonly Membership[]
  readonly isCoordinator: boolean
  /** What of her account is not as `aStoredPerson` makes it. */
  readonly account?: Partial<Person>
}

/** Somebody who holds a role in an organisation. */
export function aPersonOf(organisationId: OrganisationId, role: Role = 'steward'): Someone {
  return { personId: aPersonId(), memberships: [{ organisationId, role }], isCoordinator: false }
}

/** Somebody who is known but belongs to nothing, or only coordinates. */
export function aPerson({ isCoordinator = false } = {}): Someone {
  return { personId: aPersonId(), memberships: [], isCoordinator }
}

/** The mail address of somebody of a test. */
export const mailOf = ({ personId }: Pick<Someone, 'personId'>): string => `${personId.toLowerCase()}@post.example`

/** The passkey that her account has, unless a test says otherwise. */
export const passkeyOf = ({ personId }: Pick<Someone, 'personId'>): SoftwarePasskey => softwarePasskey(personId)

/** Her account as it is kept, with a passkey and an authenticator app; what a test says replaces what stands here. */
export function aStoredPerson(someone: Someone, secrets: Secrets, said: Partial<Person> = {}): Person {
  const { personId, memberships, isCoordinator } = someone
  return {
    id: personId,
    version: 1,
    mail: secrets.seal(mailOf(someone)),
    mailFingerprint: secrets.fingerprintOfMail(mailOf(someone)),
    name: null,
    locale: 'ru',
    createdAt: '2025-03-01T09:00:00.000Z',
    actorNonce: newToken(),
    memberships: [...memberships],
    isCoordinator,
    passkeys: [passkeyOf(someone).kept],
    authenticator: { secret: secrets.seal(authenticatorSecret), lastStep: 0, since: '2025-03-01T09:00:00.000Z' },
    recoveryCode: null,
    guardians: [],
    recovery: null,
    wantsLetters: true,
    undeliverable: null,
    sessionsFrom: '2025-03-01T09:00:00.000Z',
    ...someone.account,
    ...said,
  }
}
