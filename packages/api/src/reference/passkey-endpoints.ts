import { StepUpRequest, StepUpWays } from '@kunak/contracts/identity'
import type { Endpoint } from './endpoints.ts'

/** Passkeys, and confirming a sensitive act with one. */
export const passkeyEndpoints: readonly Endpoint[] = [
  {
    method: 'post',
    path: '/step-up',
    summary: 'Ask how to confirm an act that was refused with `step_up_needed`',
    who: 'the signed-in',
    body: StepUpRequest,
    answer: { status: 200, body: StepUpWays },
    problems: ['not_signed_in', 'cross_site', 'invalid', 'unsupported_type', 'bad_request', 'too_many'],
  },
]
