import { ImportId } from '@kunak/contracts'
import { type ImportWorker, loadImport, type StoredImport } from '@kunak/data/directory'
import type { FrontContext } from '../front-door/front.ts'

/** The import that the address names, or null where there is none or its time is over. */
export async function importOf(c: FrontContext): Promise<StoredImport | null> {
  const { database, now } = c.var.dependencies
  const id = ImportId.safeParse(c.req.param('id'))
  return id.success ? loadImport(database, now(), id.data) : null
}

/** What an import is worked on with. */
export function importWorker(c: FrontContext): ImportWorker {
  const { database, search, now, newId, keys } = c.var.dependencies
  return { database, search, now, newId, doNotListKey: keys.doNotList }
}
