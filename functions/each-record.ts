import type { DynamoDBBatchItemFailure, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { openOnce } from './open-once.ts'

/** One line of the log about a record that broke: the name of the fault, and nothing of what the record says. */
interface RecordEntry {
  readonly record: 'failed'
  readonly fault: string
}

const print = (entry: RecordEntry) => void process.stdout.write(`${JSON.stringify(entry)}\n`)

/**
 * Does each record of a batch in order. One that breaks is reported, to be tried again and in the end set aside, and the others are
 * done all the same. What the work needs is opened at the first batch and kept; if that fails, the batch fails and the next tries again.
 */
export function eachRecord<Opened>(
  open: () => Promise<Opened> | Opened,
  work: (opened: Opened, record: DynamoDBRecord) => Promise<void>,
): (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse> {
  const opened = openOnce(open)
  return async ({ Records }) => {
    const at = await opened()
    const batchItemFailures: DynamoDBBatchItemFailure[] = []
    for (const record of Records)
      await work(at, record).catch((fault: unknown) => void batchItemFailures.push(reportFailure(record, fault)))
    return { batchItemFailures }
  }
}

/** Writes the line about a record that broke, and answers how it is named to whoever has handed it over. */
export function reportFailure(record: DynamoDBRecord, fault: unknown): DynamoDBBatchItemFailure {
  print({ record: 'failed', fault: fault instanceof Error ? fault.name : 'unknown' })
  return failureOf(record)
}

/** How a record is named that is to be handed over again. */
export const failureOf = ({ dynamodb }: DynamoDBRecord): DynamoDBBatchItemFailure => ({
  itemIdentifier: dynamodb?.SequenceNumber ?? '',
})
