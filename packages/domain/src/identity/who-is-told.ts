import { GuardianRequestId, InvitationId, OrganisationId, PersonId } from '@kunak/contracts'
import { letterEvents, type Told } from './letter-events.ts'

/** An event as a worker reads it: a code, what it happened to, and ids. */
export interface ToldEvent {
  readonly type: string
  readonly subject: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Who hears of an event, by ids; who that is at the moment is looked up when the letters are written. */
export interface WhoIsTold {
  readonly letter: 'sign_in' | 'news'
  /** The sign-in that was asked for. */
  readonly signIns: readonly string[]
  readonly invitations: readonly { readonly organisationId: OrganisationId; readonly id: InvitationId }[]
  readonly guardianRequests: readonly { readonly personId: PersonId; readonly id: GuardianRequestId }[]
  readonly persons: readonly PersonId[]
  /** Whose guardians are told. */
  readonly wards: readonly PersonId[]
  /** Whose stewards are told. */
  readonly led: readonly OrganisationId[]
  /** Whose people are all told. */
  readonly whole: readonly OrganisationId[]
}

/**
 * Who gets which letter for an event; null for one that sends none, among them all that this table does not know. An event that should
 * name somebody and does not tells nobody of that kind.
 */
export function whoIsTold({ type, subject, data }: ToldEvent): WhoIsTold | null {
  if (!Object.hasOwn(letterEvents, type)) return null
  const told: readonly Told[] = letterEvents[type as keyof typeof letterEvents]
  const [, kind = '', id = ''] = /^([A-Z_]+)#(.+)$/.exec(subject) ?? []
  const named = (key: string, kindOfSubject: string): unknown => data[key] ?? (kind === kindOfSubject ? id : undefined)
  const some = <Id>(who: Told, schema: Schema<Id>, value: unknown): Id[] => {
    const parsed = told.includes(who) ? schema.safeParse(value) : undefined
    return parsed?.success ? [parsed.data] : []
  }
  const person = named('personId', 'PERSON')
  const organisation = named('organisationId', 'ORGANISATION')
  const requests = some('asked_guardian', GuardianRequestId, data['guardianRequestId'])
  const wards = some('asked_guardian', PersonId, person)
  const invited = some('invited', InvitationId, data['invitationId'])
  const hosts = some('invited', OrganisationId, organisation)
  return {
    letter: told.includes('asker') ? 'sign_in' : 'news',
    signIns: some('asker', aHash, named('signInId', 'SIGN_IN')),
    invitations: invited.flatMap((id) => hosts.map((organisationId) => ({ organisationId, id }))),
    guardianRequests: requests.flatMap((id) => wards.map((personId) => ({ personId, id }))),
    persons: [...some('person', PersonId, person), ...some('guardian', PersonId, data['guardianId'])],
    wards: some('guardians', PersonId, person),
    led: some('stewards', OrganisationId, organisation),
    whole: some('people', OrganisationId, organisation),
  }
}

interface Schema<Id> {
  readonly safeParse: (value: unknown) => { readonly success: true; readonly data: Id } | { readonly success: false }
}

/** A sign-in is named by a hash, and only looked up by it. */
const aHash: Schema<string> = {
  safeParse: (value) => (typeof value === 'string' && value !== '' ? { success: true, data: value } : { success: false }),
}
