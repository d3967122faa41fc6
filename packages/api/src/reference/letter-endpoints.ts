import { Done } from '@kunak/contracts/identity'
import type { Endpoint } from './endpoints.ts'

/** What letters lead to. */
export const letterEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/stop-letters/{token}',
    summary: 'To the page that asks whether letters should end; changes nothing',
    who: 'everyone',
    answer: { status: 303, body: 'text/html' },
    problems: [],
  },
  {
    method: 'post',
    path: '/stop-letters/{token}',
    summary: 'End letters without signing in, in one step (RFC 8058)',
    who: 'everyone',
    answer: { status: 200, body: Done },
    problems: ['not_found', 'too_many'],
    fromAnywhere: true,
  },
]
