import { type AuditKeys, auditEntryOfImage, sealEntries } from '@kunak/data/identity'
import type { Database } from '@kunak/data'
import type { DynamoDBRecord } from 'aws-lambda'

export interface AuditSealing {
  readonly database: Database
  readonly keys: AuditKeys
  readonly now: () => Date
}

/**
 * Seals what a batch of events says into the audit log, all of it in one link. The batch is tried again as a whole if that fails; an
 * event that is no entry (the log's own links, a record of another kind) is passed over.
 */
export async function sealAudit({ database, keys, now }: AuditSealing, records: readonly DynamoDBRecord[]): Promise<void> {
  const entries = records.flatMap(({ eventName, dynamodb }) => {
    const image = dynamodb?.NewImage
    return eventName === 'INSERT' && image ? (entryOf(image) ?? []) : []
  })
  await sealEntries(database, entries, { now: now(), keys })
}

function entryOf(image: NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['NewImage']>) {
  try {
    // The types of the two packages name the same JSON differently.
    return auditEntryOfImage(image as Parameters<typeof auditEntryOfImage>[0])
  } catch {
    return null
  }
}
