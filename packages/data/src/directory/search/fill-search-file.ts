import type { DatabaseSync } from 'node:sqlite'
import type { OrganisationId } from '@kunak/contracts'
import { ScanCommand, type ScanCommandOutput } from '@aws-sdk/lib-dynamodb'
import { Organisation } from '@kunak/contracts/directory'
import { readerClasses } from '@kunak/domain/directory'
import type { Database } from '../../database.ts'
import type { SearchFileWriter } from './write-search-file.ts'

/**
 * Puts every readable organisation into an empty search file. It scans the table: for building a file anew, never for a request
 * that the published file can answer.
 */
export async function fillSearchFile(database: Database, file: DatabaseSync, writer: SearchFileWriter): Promise<void> {
  for await (const page of scanOrganisations(database)) writer.apply(page)
  for (const group of readerClasses) file.exec(`INSERT INTO found_${group} (found_${group}) VALUES ('optimize')`)
}

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
