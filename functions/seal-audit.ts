import { type AuditKeys, auditEntryOfImage, sealEntries } from '@kunak/data/identity'
import type { Database } from '@kunak/data'
import type { AuditEntry } from '@kunak/contracts/identity'
import type { DynamoDBBatchItemFailure, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { reportFailure } from './each-record.ts'
import { openOnce } from './open-once.ts'

export interface AuditSealing {
  readonly database: Database
  readonly keys: AuditKeys
  readonly now: () => Date
}

/** Seals each batch of events into the audit log before `then` does what else is to be done with it; what either could not read is reported. */
export function sealingAudit(
  open: () => Promise<AuditSealing> | AuditSealing,
  then: (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>,
): (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse> {
  const opened = openOnce(open)
  return async (event) => {
    const unsealed = await sealAudit(await opened(), event.Records)
    const { batchItemFailures } = await then(event)
    const failures = new Map([...unsealed, ...batchItemFailures].map((failure) => [failure.itemIdentifier, failure]))
    return { batchItemFailures: [...failures.values()] }
  }
}

/**
 * Seals what a batch of events says into the audit log, all of it in one link. The batch is tried again as a whole if that fails. What is
 * no entry (the log's own links, a record of another kind) is passed over; an event that cannot be read is answered, to be tried again and
 * in the end set aside, and the others are sealed all the same.
 */
export async function sealAudit(
  { database, keys, now }: AuditSealing,
  records: readonly DynamoDBRecord[],
): Promise<DynamoDBBatchItemFailure[]> {
  const entries: AuditEntry[] = []
  const failures: DynamoDBBatchItemFailure[] = []
  for (const record of records) {
    try {
      const entry = entryOf(record)
      if (entry) entries.push(entry)
    } catch (fault) {
      failures.push(reportFailure(record, fault))
    }
  }
  await sealEntries(database, entries, { now: now(), keys })
  return failures
}

function entryOf({ eventName, dynamodb }: DynamoDBRecord): AuditEntry | null {
  const image = dynamodb?.NewImage
  // The types of the two packages name the same JSON differently.
  return eventName === 'INSERT' && image ? auditEntryOfImage(image as Parameters<typeof auditEntryOfImage>[0]) : null
}
