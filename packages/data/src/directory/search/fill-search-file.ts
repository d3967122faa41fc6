import type { OrganisationId } from '@kunak/contracts'
import { ScanCommand, type ScanCommandOutput } from '@aws-sdk/lib-dynamodb'
import { Organisation } from '@kunak/contracts/directory'
import type { Database } from '../../database.ts'
import type { SearchFileWriter } from './write-search-file.ts'

/**
 * Puts every readable organisation into an empty search file. It scans the table: for building a file anew, never for a request
 * in a deployed house.
 */
export async function fillSearchFile(database: Database, writer: SearchFileWriter): Promise<void> {
  let gathered = new Map<OrganisationId, Organisation>()
  for await (const page of scanOrganisations(database)) {
    for (const [id, organisation] of page) gathered.set(id, organisation)
    if (gathered.size < atOnce) continue
    writer.apply(gathered)
    gathered = new Map()
  }
  writer.apply(gathered)
}

// The more at once, the fewer times a common word is written; each takes a few kilobytes meanwhile.
const atOnce = 5_000

async function* scanOrganisations(database: Database): AsyncGenerator<Map<OrganisationId, Organisation>> {
  let from: Record<string, unknown> | undefined
  do {
    const page: ScanCommandOutput = await database.client.send(
      new ScanCommand({
        TableName: database.tables.directory,
        FilterExpression: 'sk = :state AND begins_with(pk, :organisation)',
        ExpressionAttributeValues: { ':state': 'STATE', ':organisation': 'ORGANISATION#' },
        ConsistentRead: true,
        ...(from && { ExclusiveStartKey: from }),
      }),
    )
    const organisations = (page.Items ?? []).flatMap((item) => Organisation.safeParse(item['organisation']).data ?? [])
    yield new Map(organisations.map((organisation) => [organisation.id, organisation]))
    from = page.LastEvaluatedKey
  } while (from)
}
