import { Guardians, type Person } from '@kunak/contracts/identity'
import { listGuardianRequests, loadPeople, type Secrets } from '@kunak/data/identity'
import { recoveryProgress } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { ownAccount } from '../front-door/own-account.ts'

/** Who can give her account back together, whom she has asked, and how far a recovery is. */
export const listGuardians = new Hono<Front>().get('/guardians', async (c) => {
  const own = ownAccount(c)
  if (!own.ok) return answerRefusal(c, own.refusal)
  const { database, secrets, now } = c.var.dependencies
  const { person } = own.value
  const [guardians, asked] = await Promise.all([
    loadPeople(database, person.guardians),
    listGuardianRequests(database, now(), person.id),
  ])
  return c.json(
    Guardians.parse({
      guardians: guardians.map((guardian) => ({ id: guardian.id, who: whoIs(secrets, guardian) })),
      asked: asked.map(({ id, mail, askedAt }) => ({ id, mail: secrets.unseal(mail), askedAt })),
      recovery: recoveryProgress(person, now()),
    }),
  )
})

/** How somebody is named to another whom she has told her address: by her name, if she has said it. */
export function whoIs(secrets: Secrets, { name, mail }: Pick<Person, 'name' | 'mail'>): string {
  return secrets.unseal(name ?? mail)
}
