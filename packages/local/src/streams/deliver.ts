import { setTimeout as wait } from 'node:timers/promises'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'

/** A worker as it is deployed: it takes a stream event and may name the records it could not do. */
export type StreamHandler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>

export interface Delivery {
  readonly handler: StreamHandler
  /** How often one record is tried before it is set aside. */
  readonly attempts: number
  /** The pause before the second attempt; each further pause is twice as long. */
  readonly pauseMs: number
  /** Called with the next records, in order, once nothing more will be done with them. */
  readonly done: (records: readonly DynamoDBRecord[]) => Promise<void>
  /** Called with a record that every attempt has refused. */
  readonly setAside: (record: DynamoDBRecord, fault: unknown) => Promise<void>
}

/**
 * Hands a batch to a worker the way Lambda does with partial-batch responses, bisecting and bounded retries: what was done is not
 * repeated, a batch that fails as a whole is halved until the poison record stands alone, and that one is set aside.
 */
export async function deliver(records: readonly DynamoDBRecord[], delivery: Delivery): Promise<void> {
  let rest = records
  let size = rest.length
  let attempt = 1
  while (rest.length > 0) {
    const batch = rest.slice(0, size)
    const { doneCount, fault, isWhole } = await invoke(batch, delivery)
    if (doneCount > 0) await delivery.done(batch.slice(0, doneCount))
    rest = rest.slice(doneCount)
    if (doneCount > 0) attempt = 1
    if (doneCount === batch.length) {
      size = rest.length
    } else if (isWhole && batch.length > 1) {
      size = Math.ceil(batch.length / 2)
    } else if (attempt === delivery.attempts) {
      const [poison, ...others] = rest
      if (poison) {
        await delivery.setAside(poison, fault)
        await delivery.done([poison])
      }
      rest = others
      size = rest.length
      attempt = 1
    } else {
      await wait(delivery.pauseMs * 2 ** (attempt - 1))
      attempt += 1
    }
  }
}

async function invoke(batch: readonly DynamoDBRecord[], { handler }: Delivery) {
  try {
    const answer = await handler({ Records: [...batch] })
    const failed = new Set(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
    if (failed.size === 0) return { doneCount: batch.length, isWhole: false, fault: undefined }
    const first = batch.findIndex(({ dynamodb }) => failed.has(dynamodb?.SequenceNumber ?? ''))
    // Lambda takes an identifier that is not of this batch for a failure of the whole batch.
    return {
      doneCount: Math.max(0, first),
      isWhole: first === -1,
      fault: new Error('The worker reported this record as failed.'),
    }
  } catch (fault) {
    return { doneCount: 0, isWhole: true, fault }
  }
}
