import { commit } from '@kunak/data'
import { personWrites } from '@kunak/data/identity'
import { aBrowser, aPerson, aStoredPerson, signInAs, type Someone, type TestApi, type TestBrowser } from '@kunak/testing'

/** An account without a second factor yet, her guardians, and two browsers before it: hers and a thief's. */
export interface Real {
  readonly who: Someone
  readonly guardians: readonly [Someone, Someone]
  readonly owner: TestBrowser
  readonly thief: TestBrowser
  /** What the owner's app holds, and what she has on paper. */
  secret: string
  paper: string
  /** A secret that the thief was given while the account had no second factor yet. */
  thiefs: string
}

export async function twoBrowsers(house: TestApi): Promise<Real> {
  const { dependencies, database } = house
  const now = dependencies.now()
  const who = aPerson()
  const guardians = [aPerson(), aPerson()] as const
  for (const guardian of guardians) await signInAs(dependencies, now, guardian)
  const account = aStoredPerson(who, dependencies.secrets, {
    passkeys: [],
    authenticator: null,
    guardians: guardians.map(({ personId }) => personId),
  })
  await commit(database, now, { writes: personWrites(database, null, account), events: [] })
  return { who, guardians, owner: aBrowser(house), thief: aBrowser(house), secret: '', paper: '', thiefs: '' }
}
