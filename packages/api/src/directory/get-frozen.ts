import { FrozenOrganisations } from '@kunak/contracts/directory'
import { loadOrganisations } from '@kunak/data/directory'
import { loadPerson } from '@kunak/data/identity'
import { freezeCodeOf } from '@kunak/domain/directory'
import { Hono } from 'hono'
import { answerProblem } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'

/** That an organisation is frozen, for its own stewards who have signed in since: nothing of it but its code and the moment. */
export const getFrozen = new Hono<Front>().get('/frozen', async (c) => {
  const { viewer, dependencies } = c.var
  const { database } = dependencies
  const person = viewer.personId && (await loadPerson(database, viewer.personId))
  if (!person) return answerProblem(c, 'not_signed_in')
  const led = person.memberships.filter(({ role }) => role === 'steward').map(({ organisationId }) => organisationId)
  const organisations = await loadOrganisations(database, led)
  const frozen = organisations.flatMap((one) => (one.frozen ? [{ code: freezeCodeOf(one.id), frozenAt: one.frozen.at }] : []))
  return c.json(FrozenOrganisations.parse({ frozen }))
})
