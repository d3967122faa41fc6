import type { Person, Session } from '@kunak/contracts/identity'
import { commit } from '@kunak/data'
import { hashOf, loadPerson, newToken, personWrites, sessionWrites } from '@kunak/data/identity'
import {
  anApi,
  anOrganisationId,
  aPersonOf,
  type Asked,
  fixedClock,
  type PasskeySays,
  type SoftwarePasskey,
  type Someone,
  storyTime,
} from '@kunak/testing'

const minuteMs = 60_000

/** A house in which people enrol passkeys and sign in with them; each story begins in a quarter of an hour of its own. */
export async function aPasskeyHouse() {
  const clock = fixedClock(storyTime)
  const house = await anApi({ now: clock })
  let told = 0
  const later = (minutes: number) => clock.moveTo(new Date(clock().getTime() + minutes * minuteMs).toISOString())
  const person = async ({ personId }: Someone) => (await loadPerson(house.database, personId))!
  const ask = (cookie: string, method: string, path: string, request: Asked = {}) =>
    house.ask(null, method, `/api/v1${path}`, { ...request, headers: { ...request.headers, cookie } })
  const optionsFor = async (cookie: string) => (await ask(cookie, 'POST', '/passkeys/options')).json()

  /** Somebody who has an account with a passkey and an app. */
  async function someone(): Promise<Someone> {
    const who = aPersonOf(anOrganisationId())
    await house.ask(who, 'GET', '/api/v1/me')
    return who
  }

  /** Changes an account past every rule. */
  async function change(who: Someone, to: Partial<Person>): Promise<void> {
    const before = await person(who)
    const after = { ...before, version: before.version + 1, ...to }
    await commit(house.database, clock(), { writes: personWrites(house.database, before, after), events: [] })
  }

  return {
    house,
    later,
    person,
    ask,
    optionsFor,
    someone,
    change,
    /** The limits of rates are each story's own. */
    nextStory: () => {
      told += 1
      clock.moveTo(new Date(Date.parse(storyTime) + told * 15 * minuteMs).toISOString())
    },
    /** Somebody whose mail is proved and who has no second factor unless told, with the cookie of her enrolling session. */
    anEnrolling: async (said: Partial<Person> = {}, via: Session['via'] = 'mail') => {
      const who = await someone()
      await change(who, { passkeys: [], authenticator: null, ...said })
      const token = newToken()
      const at = clock().toISOString()
      const times = { startedAt: at, lastSeenAt: at }
      const session: Session = { id: hashOf(token), personId: who.personId, kind: 'enrolling', via, device: 'android', ...times }
      await commit(house.database, clock(), { writes: sessionWrites(house.database, session), events: [] })
      return { who, cookie: `__Host-s=${token}` }
    },
    enrol: async (cookie: string, passkey: SoftwarePasskey, says: Partial<PasskeySays> = {}) => {
      const { challenge } = await optionsFor(cookie)
      const attestation = passkey.enrol({ challenge, ...says })
      return ask(cookie, 'POST', '/passkeys', { json: { attestation, name: 'Мой телефон' } })
    },
    challengeToSignIn: async (): Promise<string> =>
      (await (await house.ask(null, 'POST', '/api/v1/sign-in/passkey/options')).json()).challenge,
    signIn: (passkey: SoftwarePasskey, says: PasskeySays) =>
      house.ask(null, 'POST', '/api/v1/sign-in/passkey', { json: passkey.answer(says) }),
  }
}

/** The cookie of the session that an answer has given. */
export function cookieIn(response: Response): string {
  const given = response.headers.getSetCookie().find((line) => line.startsWith('__Host-s='))
  return given?.split(';')[0] ?? ''
}
