import { FrozenOrganisations } from '@kunak/contracts/directory'
import { freezeCodeOf } from '@kunak/domain/directory'
import { Hono } from 'hono'
import { answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { ownAccount } from '../front-door/own-account.ts'

/** That an organisation is frozen, for its own stewards who have signed in since: nothing of it but its code and the moment. */
export const getFrozen = new Hono<Front>().get('/frozen', (c) => {
  const own = ownAccount(c)
  if (!own.ok) return answerRefusal(c, own.refusal)
  const { memberships } = own.value.person
  const led = new Set(memberships.filter(({ role }) => role === 'steward').map(({ organisationId }) => organisationId))
  const organisations = c.var.organisations.filter(({ id }) => led.has(id))
  const frozen = organisations.flatMap((one) => (one.frozen ? [{ code: freezeCodeOf(one.id), frozenAt: one.frozen.at }] : []))
  return c.json(FrozenOrganisations.parse({ frozen }))
})
