import { appendFile, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { DynamoDBRecord } from 'aws-lambda'

/**
 * Puts a record that a worker cannot do into a file, one JSON object a line, as the on-failure queue does in AWS. The record itself
 * goes along, because a stream forgets after a day; the log gets only where it stood.
 */
export function setAsideIn(file: string, worker: string, log: (line: string) => void) {
  return async (record: DynamoDBRecord, fault: unknown): Promise<void> => {
    await mkdir(dirname(file), { recursive: true })
    const entry = { at: new Date().toISOString(), worker, fault: String(fault), record }
    await appendFile(file, `${JSON.stringify(entry)}\n`)
    log(`${worker} could not do record ${record.dynamodb?.SequenceNumber ?? '?'}; it is set aside in ${file}`)
  }
}
