import { auditEntryOfImage } from '@kunak/data/identity'
import { type Teller, tellPeople as tell } from '@kunak/data/letters'
import { alertLetterEvents } from '@kunak/domain/alerts'
import { letterEvents } from '@kunak/domain/identity'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { eachRecord } from './each-record.ts'

/**
 * Writes the letters that a batch of events sends. Events that send none are passed over unread; one that cannot be read, or whose
 * letters cannot be written, is reported, and the others are told all the same.
 */
export function tellPeople(open: () => Promise<Teller> | Teller): (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse> {
  return eachRecord(open, async (teller, record) => {
    const event = eventOf(record)
    if (event) await tell(teller, event)
  })
}

function eventOf({ dynamodb }: DynamoDBRecord) {
  const image = dynamodb?.NewImage ?? {}
  const type = image['type']?.S ?? ''
  if (!isHeard(type)) return null
  // The types of the two packages name the same JSON differently.
  return auditEntryOfImage(image as Parameters<typeof auditEntryOfImage>[0])
}

const isHeard = (type: string) => Object.hasOwn(letterEvents, type) || Object.hasOwn(alertLetterEvents, type)
