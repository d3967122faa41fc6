import { CheckInId, ok, type Refusal, refuse, type Result } from '@kunak/contracts'
import { type CheckIn, NewCheckIn } from '@kunak/contracts/alerts'
import { checkInSubject, listCheckIns, loadCheckIn, saveCheckIn, tagsOf } from '@kunak/data/alerts'
import { personUnchanged } from '@kunak/data/identity'
import { checkCodes, planCheckIn as decide } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import { answerRefusal } from '../../front-door/answer-problem.ts'
import type { Front, FrontContext } from '../../front-door/front.ts'
import { limitRate } from '../../front-door/limit-rate.ts'
import { onlySignedIn } from '../../front-door/only-signed-in.ts'
import { type Own, ownAccount } from '../../front-door/own-account.ts'
import { body, onlyJson } from '../../front-door/parse.ts'
import { untilSaved } from '../../front-door/until-saved.ts'
import { alertStore } from '../change-alert.ts'
import { answerCheckIn } from './own-check-in.ts'

/** Somebody says when she will report, and what goes out if she does not. Under an id that her page brought along there is one check-in. */
export const planCheckIn = new Hono<Front>().post(
  '/check-ins',
  onlySignedIn,
  limitRate('change'),
  onlyJson,
  body(NewCheckIn),
  async (c) => {
    const own = ownAccount(c)
    if (!own.ok) return answerRefusal(c, own.refusal)
    const { id = CheckInId.parse(c.var.dependencies.newId()), ...said } = c.req.valid('json')
    const alike = checkCodes(said.codes)
    if (alike.length > 0) return answerRefusal(c, { code: 'invalid', fields: alike })
    // Her other click may be on its way at the same moment.
    return untilSaved(c, async () => {
      const begun = await begin(c, own.value, { id, ...said })
      if (!begun.ok) return answerRefusal(c, begun.refusal)
      return begun.value && answerCheckIn(c, begun.value, 201)
    })
  },
)

/** The check-in, which may be there already; null where somebody was faster. */
async function begin(
  c: FrontContext,
  { person }: Own,
  { id, plan, codes }: Pick<CheckIn, 'id' | 'plan'> & Pick<NewCheckIn, 'codes'>,
): Promise<Result<CheckIn | null, Refusal>> {
  const { viewer, dependencies } = c.var
  const { database, secrets, now: clock } = dependencies
  const now = clock()
  const store = alertStore(c)
  const there = await loadCheckIn(store, now, id)
  if (there) {
    const isSame = there.ownerId === person.id && JSON.stringify(there.plan) === JSON.stringify(plan)
    return isSame ? ok(there) : refuse({ code: 'invalid', fields: [{ field: '/id', code: 'said_twice' }] })
  }
  const organisation = organisationOf(c, plan)
  if (!organisation) return refuse({ code: 'invalid', fields: [{ field: '/plan/organisationId', code: 'not_one_of' }] })
  const running = (await listCheckIns(store, now, person.id)).filter(({ state }) => state === 'running').length
  const decided = decide(viewer, { id, plan, codes: tagsOf(secrets, id, codes), organisation, running, now })
  if (!decided.ok) return decided
  const event = { type: 'check_in_planned', subject: checkInSubject(id), actor: viewer.actor, data: {} }
  const also = [personUnchanged(database, person)]
  const saved = await saveCheckIn(store, now, { before: null, after: decided.value, events: [event], also })
  return ok(saved.ok ? decided.value : null)
}

/** The organisation of hers that a plan names, where it is there at present. */
export function organisationOf({ var: { viewer, organisations } }: FrontContext, { organisationId }: CheckIn['plan']) {
  const isHers = viewer.memberships.some((one) => one.organisationId === organisationId)
  return isHers ? organisations.find(({ id }) => id === organisationId) : undefined
}
