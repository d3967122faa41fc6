import type { OrganisationId } from '@kunak/contracts'
import { Organisation } from '@kunak/contracts/directory'
import type { Database } from '../../database.ts'
import { scanPages } from '../../query-items.ts'
import type { SearchFileWriter } from './write-search-file.ts'

/**
 * Puts every readable organisation into an empty search file. It scans the table: for building a file anew, never for a request
 * in a deployed house.
 */
export async function fillSearchFile(database: Database, writer: SearchFileWriter): Promise<void> {
  let gathered = new Map<OrganisationId, Organisation>()
  for await (const page of scanPages(database, 'directory', states)) {
    for (const item of page) {
      const organisation = Organisation.safeParse(item['organisation']).data
      if (organisation) gathered.set(organisation.id, organisation)
    }
    if (gathered.size < atOnce) continue
    writer.apply(gathered)
    gathered = new Map()
  }
  writer.apply(gathered)
}

// The more at once, the fewer times a common word is written; each takes a few kilobytes meanwhile.
const atOnce = 5_000

const states = {
  FilterExpression: 'sk = :state AND begins_with(pk, :organisation)',
  ExpressionAttributeValues: { ':state': 'STATE', ':organisation': 'ORGANISATION#' },
}
