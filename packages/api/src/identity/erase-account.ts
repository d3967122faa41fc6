import type { OrganisationId } from '@kunak/contracts'
import { AccountChanged } from '@kunak/contracts/identity'
import { forgetCheckIns, forgetHelper, forgetPersonInAlerts, listCheckIns } from '@kunak/data/alerts'
import { departedOrganisations } from '@kunak/data/directory'
import { eraseAccount as erase, mayErase } from '@kunak/data/identity'
import { refuseStranger } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { refuseWithoutStepUp } from '../front-door/need-step-up.ts'
import { takeSessionToken } from '../front-door/session-cookie.ts'

/** A person erases her account, once she has proven that it is she. Who is an organisation's last steward hands it over first. */
export const eraseAccount = new Hono<Front>().delete('/account', limitRate('change'), async (c) => {
  const { viewer, dependencies } = c.var
  const { database, now } = dependencies
  if (viewer.personId === null) return answerRefusal(c, refuseStranger(viewer).refusal)
  const erasure = { personId: viewer.personId, hasLeft: (ids: readonly OrganisationId[]) => departedOrganisations(database, ids) }
  const foreseen = await mayErase(database, erasure)
  if (!foreseen.ok) return answerRefusal(c, foreseen.refusal)
  // Else whoever has her phone would end a check-in without its code.
  const checkIns = await listCheckIns(dependencies, now(), viewer.personId)
  if (checkIns.some(({ state }) => state === 'running')) return answerRefusal(c, { code: 'check_in_running' })
  const unproven = await refuseWithoutStepUp(c)
  if (unproven) return unproven
  // First, while she can still ask again: once her account is gone, nobody would come back for what is left.
  const forgotten = await forgetPersonInAlerts(dependencies, now(), viewer.personId)
  if (!forgotten.ok) return answerRefusal(c, forgotten.refusal)
  const unnamed = await forgetHelper(dependencies, now(), viewer.personId)
  if (!unnamed.ok) return answerRefusal(c, unnamed.refusal)
  await forgetCheckIns(dependencies, now(), checkIns)
  const erased = await erase(database, now(), erasure)
  if (!erased.ok) return answerRefusal(c, erased.refusal)
  takeSessionToken(c)
  return c.json(AccountChanged.parse({ status: 'done' }))
})
