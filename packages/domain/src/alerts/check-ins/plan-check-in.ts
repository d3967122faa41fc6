import { momentOfUlid, ok, type CheckInId, type Refusal, refuse, type RefusedField, type Result } from '@kunak/contracts'
import { type CheckIn, type CheckInCodes, type CheckInPlan, mostCheckIns, mostScheduleDays } from '@kunak/contracts/alerts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { isOwn, refuseStranger } from '../../identity/index.ts'
import { refusedWhere } from '../refused-where.ts'
import { nextDate } from './dates-of.ts'

const dayMs = 86_400_000

export interface CheckInPlanned {
  readonly id: CheckInId
  readonly plan: CheckInPlan
  /** What is kept of the codes. */
  readonly codes: CheckIn['codes']
  readonly organisation: Pick<Organisation, 'id' | 'standing' | 'circles'>
  /** How many of hers are running. */
  readonly running: number
  readonly now: Date
}

/**
 * Somebody says when she will report. Refuses a stranger to the organisation, one that is not vetted (`only_vetted`), one check-in too
 * many, and, by field, a schedule without a date to come and a circle that is not the organisation's.
 */
export function planCheckIn(viewer: Viewer, planned: CheckInPlanned): Result<CheckIn, Refusal> {
  const { id, plan, codes, organisation, running, now } = planned
  if (!isOwn(viewer, organisation.id) || viewer.personId === null) return refuseStranger(viewer)
  if (organisation.standing !== 'vetted') return refuse({ code: 'only_vetted' })
  if (running >= mostCheckIns) return refuse({ code: 'too_many_check_ins' })
  const fields = [
    ...refusedWhere(Math.abs(momentOfUlid(id) - now.getTime()) > dayMs, '/id', 'invalid'),
    ...checkPlan(plan, organisation, now),
  ]
  const dueAt = fields.length > 0 ? null : nextDate(plan.schedule, now)
  if (dueAt === null) return refuse({ code: 'invalid', fields })
  return ok({
    id,
    version: 1,
    state: 'running',
    ownerId: viewer.personId,
    plan,
    codes,
    createdAt: now.toISOString(),
    dueAt,
    missedAt: null,
    reportedAt: null,
    raised: null,
    ended: null,
    duress: 0,
  })
}

/**
 * Another plan for a check-in that is running; the next date is then one of the new plan. Refuses once its alert is out or it has ended,
 * and what `planCheckIn` would refuse.
 */
export function changeCheckIn(
  before: CheckIn,
  { plan, organisation, now }: Pick<CheckInPlanned, 'plan' | 'organisation' | 'now'>,
): Result<CheckIn, Refusal> {
  if (before.state !== 'running') return refuse({ code: before.state === 'raised' ? 'check_in_raised' : 'not_now' })
  if (organisation.standing !== 'vetted') return refuse({ code: 'only_vetted' })
  const fields = checkPlan(plan, organisation, now)
  const dueAt = fields.length > 0 ? null : nextDate(plan.schedule, now)
  if (dueAt === null) return refuse({ code: 'invalid', fields })
  return ok({ ...before, version: before.version + 1, plan, dueAt, missedAt: null })
}

function checkPlan(plan: CheckInPlan, { circles }: Pick<Organisation, 'circles'>, now: Date): RefusedField[] {
  const { from, until } = plan.schedule
  const isOrdered = from <= until
  const isShort =
    Math.max(Date.parse(until), now.getTime()) - Math.min(Date.parse(from), now.getTime()) <= mostScheduleDays * dayMs
  const wantsCircle = plan.audience === 'circle'
  const isIn = plan.circleId !== null && circles.includes(plan.circleId)
  return [
    ...refusedWhere(!isOrdered, '/plan/schedule/until', 'not_in_order'),
    ...refusedWhere(!isShort, '/plan/schedule/until', 'too_many_days'),
    ...refusedWhere(isOrdered && isShort && nextDate(plan.schedule, now) === null, '/plan/schedule/until', 'in_the_past'),
    ...refusedWhere(wantsCircle && plan.circleId === null, '/plan/circleId', 'required'),
    ...refusedWhere(wantsCircle && plan.circleId !== null && !isIn, '/plan/circleId', 'not_one_of'),
  ]
}

/** What is wrong with two codes: alike enough for the one to be typed in place of the other. */
export function checkCodes({ cancel, duress }: CheckInCodes): RefusedField[] {
  return refusedWhere(areAlike(cancel, duress), '/codes/duress', 'codes_alike')
}

/** Whether one slip of a finger makes one of the other: a sign too many, too few, another, or two changed over. */
function areAlike(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let head = 0
  while (head < one.length && one[head] === other[head]) head += 1
  const [left, right] = [one.slice(head), other.slice(head)]
  if (left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1)) return true
  return left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2)
}
