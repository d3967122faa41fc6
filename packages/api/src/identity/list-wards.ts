import { Wards } from '@kunak/contracts/identity'
import { listGuardianRequestsTo, listWards as load, loadPeople } from '@kunak/data/identity'
import { recoveryProgress } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { ownAccount } from '../front-door/own-account.ts'
import { whoIs } from './list-guardians.ts'

/** Who asks the reader to be her guardian, whose guardian she is, and which of those have lost their way in. */
export const listWards = new Hono<Front>().get('/wards', async (c) => {
  const own = ownAccount(c)
  if (!own.ok) return answerRefusal(c, own.refusal)
  const { database, secrets, now } = c.var.dependencies
  const { person } = own.value
  const [requests, wardIds] = await Promise.all([
    listGuardianRequestsTo(database, now(), person.mailFingerprint),
    load(database, person.id),
  ])
  const others = requests.filter(({ personId }) => personId !== person.id)
  const people = await loadPeople(database, [...others.map(({ personId }) => personId), ...wardIds])
  const byId = new Map(people.map((one) => [one.id, one]))
  return c.json(
    Wards.parse({
      requests: others.flatMap(({ id, personId, askedAt }) => {
        const asker = byId.get(personId)
        return asker ? [{ id, who: whoIs(secrets, asker), askedAt }] : []
      }),
      wards: wardIds
        .flatMap((id) => byId.get(id) ?? [])
        .filter(({ guardians }) => guardians.includes(person.id))
        .map((ward) => ({
          id: ward.id,
          who: whoIs(secrets, ward),
          recovery: recoveryProgress(ward, now()),
          isConfirmedByMe: ward.recovery?.confirmedBy.includes(person.id) ?? false,
        })),
    }),
  )
})
