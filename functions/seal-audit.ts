import { type AuditKeys, auditEntryOfImage, sealEntries } from '@kunak/data/identity'
import type { Database } from '@kunak/data'
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'

export interface AuditSealing {
  readonly database: Database
  readonly keys: AuditKeys
  readonly now: () => Date
}

/** Seals each batch of events into the audit log before `then` does what else is to be done with it. */
export function sealingAudit<Result>(
  open: () => Promise<AuditSealing> | AuditSealing,
  then: (event: DynamoDBStreamEvent) => Promise<Result>,
): (event: DynamoDBStreamEvent) => Promise<Result> {
  let opened: AuditSealing | undefined
  return async (event) => {
    opened ??= await open()
    await sealAudit(opened, event.Records)
    return await then(event)
  }
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
