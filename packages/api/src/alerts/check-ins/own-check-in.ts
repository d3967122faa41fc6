import { CheckInId } from '@kunak/contracts'
import { type CheckIn, CheckInView } from '@kunak/contracts/alerts'
import { loadCheckIn } from '@kunak/data/alerts'
import { viewCheckIn } from '@kunak/domain/alerts'
import { answerProblem } from '../../front-door/answer-problem.ts'
import type { FrontContext } from '../../front-door/front.ts'
import { alertStore } from '../change-alert.ts'

/** The check-in that the address names, where it is the reader's own, or null. */
export async function ownCheckIn(c: FrontContext): Promise<CheckIn | null> {
  const id = CheckInId.safeParse(c.req.param('checkIn'))
  const { viewer, dependencies } = c.var
  const checkIn = id.success ? await loadCheckIn(alertStore(c), dependencies.now(), id.data) : null
  return checkIn?.ownerId === viewer.personId ? checkIn : null
}

/** Answers a check-in as its owner sees it now. */
export function answerCheckIn(c: FrontContext, checkIn: CheckIn | null, status: 200 | 201 = 200): Response {
  const { viewer, dependencies } = c.var
  const view = checkIn && viewCheckIn(viewer.personId, checkIn, dependencies.now())
  return view ? c.json(CheckInView.parse(view), status) : answerProblem(c, 'not_found')
}
