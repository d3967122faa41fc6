import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'

const print = (entry: object) => void process.stdout.write(`${JSON.stringify(entry)}\n`)

/**
 * Does each record of a batch in order. One that breaks is reported, to be tried again and in the end set aside, and the others are
 * done all the same. What the work needs is opened at the first batch and kept; if that fails, the batch fails and the next tries again.
 */
export function eachRecord<Opened>(
  open: () => Promise<Opened> | Opened,
  work: (opened: Opened, record: DynamoDBRecord) => Promise<void>,
  log: (entry: { readonly record: 'failed'; readonly fault: string }) => void = print,
): (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse> {
  let opening: Promise<Opened> | undefined
  return async ({ Records }) => {
    opening ??= Promise.resolve()
      .then(open)
      .catch((fault: unknown) => {
        opening = undefined
        throw fault
      })
    const opened = await opening
    const batchItemFailures: { itemIdentifier: string }[] = []
    for (const record of Records)
      await work(opened, record).catch((fault: unknown) => {
        log({ record: 'failed', fault: fault instanceof Error ? fault.name : 'unknown' })
        batchItemFailures.push({ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' })
      })
    return { batchItemFailures }
  }
}
