import { CancelCheckIn, ChangeCheckIn, CheckIns, CheckInView, NewCheckIn } from '@kunak/contracts/alerts'
import type { Endpoint } from './endpoints.ts'

const change = ['not_signed_in', 'cross_site', 'changed_meanwhile', 'too_many'] as const
const told = [...change, 'invalid', 'unsupported_type'] as const
const own = { status: 200, body: CheckInView } as const

/** Check-ins: when somebody reports, and the alert that goes out if she does not. Each is its owner’s alone. */
export const checkInEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/check-ins',
    summary: 'The reader’s own check-ins, newest first',
    who: 'the signed-in',
    answer: { status: 200, body: CheckIns },
    problems: ['not_signed_in'],
  },
  {
    method: 'post',
    path: '/check-ins',
    summary: 'Plan a check-in; under one id, however often it is sent, one and the same',
    who: 'own people',
    body: NewCheckIn,
    answer: { status: 201, body: CheckInView },
    problems: [...told, 'not_yours', 'only_vetted', 'too_many_check_ins'],
  },
  {
    method: 'get',
    path: '/check-ins/{checkIn}',
    summary: 'One check-in of the reader’s own',
    who: 'the signed-in',
    answer: own,
    problems: ['not_signed_in', 'not_found'],
  },
  {
    method: 'put',
    path: '/check-ins/{checkIn}',
    summary: 'Change the plan of a check-in with a code, for the version named in If-Match',
    who: 'the signed-in',
    body: ChangeCheckIn,
    answer: own,
    problems: [...told, 'not_found', 'only_vetted', 'check_in_raised', 'not_now', 'precondition_required'],
  },
  {
    method: 'post',
    path: '/check-ins/{checkIn}/report',
    summary: 'Report that all is well',
    who: 'the signed-in',
    answer: own,
    problems: [...change, 'not_found', 'check_in_raised'],
  },
  {
    method: 'post',
    path: '/check-ins/{checkIn}/cancellation',
    summary: 'Cancel a check-in with a code, and call off its alert where that is out',
    who: 'the signed-in',
    body: CancelCheckIn,
    answer: own,
    problems: [...told, 'not_found'],
  },
]
