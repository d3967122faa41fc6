import { OrganisationId } from '@kunak/contracts'
import type { SearchKeeper } from '@kunak/data/directory'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { failureOf } from './each-record.ts'
import { openOnce } from './open-once.ts'

const subjectPattern = /^ORGANISATION#(.+)$/

/**
 * Brings the organisations that a batch of events is about into the search file. Events about anything else are passed over; a record
 * whose organisation cannot be named or read is reported, and the others are done all the same.
 */
export function keepSearch(openKeeper: () => SearchKeeper): (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse> {
  const opened = openOnce(openKeeper)
  return async ({ Records }) => {
    const keeper = await opened()
    const about = Records.map((record) => ({ record, id: organisationOf(record) })).filter(({ id }) => id !== null)
    const ids = [...new Set(about.flatMap(({ id }) => (id === 'malformed' || id === null ? [] : [id])))]
    const unreadable = ids.length > 0 ? await keeper.keep(ids) : new Set<OrganisationId>()
    return {
      batchItemFailures: about
        .filter(({ id }) => id === 'malformed' || (id !== null && unreadable.has(id)))
        .map(({ record }) => failureOf(record)),
    }
  }
}

function organisationOf({ dynamodb }: DynamoDBRecord): OrganisationId | 'malformed' | null {
  const subject = subjectPattern.exec(dynamodb?.NewImage?.['pk']?.S ?? '')
  if (subject === null) return null
  const id = OrganisationId.safeParse(subject[1])
  return id.success ? id.data : 'malformed'
}
