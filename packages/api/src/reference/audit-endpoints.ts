import { AuditPage, AuditQuery } from '@kunak/contracts/identity'
import type { Endpoint } from './endpoints.ts'

/** What happened, for coordinators. */
export const auditEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/audit',
    summary: 'The audit trail of an organisation or of a day, newest first',
    who: 'coordinators',
    query: AuditQuery,
    answer: { status: 200, body: AuditPage },
    problems: ['not_signed_in', 'not_yours', 'invalid'],
  },
]
