import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { ImportId, Actor } from '@kunak/contracts'
import type { ImportJob } from '@kunak/contracts/directory'
import type { ImportFile, ImportOutline } from '@kunak/domain/directory'
import { commit } from '../commit.ts'
import type { Database } from '../database.ts'
import { loadItem } from '../load-items.ts'
import { inPartition, queryAll } from '../query-items.ts'
import { chunkKey, expiryFrom, imports, jobKey, jobOf, StoredImport } from './import-items.ts'

const chunkBytes = 350_000

/** Keeps a file and opens its import. The file is kept in pieces that fit into items, and forgotten with the job. */
export async function createImport(
  database: Database,
  now: Date,
  created: {
    readonly id: ImportId
    readonly by: Actor | null
    readonly fileName: string
    readonly file: ImportFile
    readonly outline: ImportOutline
  },
): Promise<ImportJob> {
  const { id, by, fileName, file, outline } = created
  const expiresAt = expiryFrom(now)
  const chunks = Math.ceil(file.bytes.length / chunkBytes)
  for (let index = 0; index < chunks; index += 1) {
    const bytes = file.bytes.subarray(index * chunkBytes, (index + 1) * chunkBytes)
    await database.client.send(
      new PutCommand({ TableName: database.tables.directory, Item: { ...chunkKey(id, index), bytes, expiresAt } }),
    )
  }
  const stored = StoredImport.parse({
    sk: id,
    state: 'uploaded',
    format: file.format,
    encoding: file.encoding,
    fileName,
    createdAt: now.toISOString(),
    createdBy: by,
    ...outline,
    chunks,
    version: 1,
    expiresAt,
  })
  const Put = {
    TableName: database.tables.directory,
    Item: { ...stored, ...jobKey(id) },
    ConditionExpression: 'attribute_not_exists(pk)',
  }
  const event = { type: 'import_uploaded', subject: `IMPORT#${id}`, actor: by, data: { rows: outline.rows } }
  await commit(database, now, { writes: [{ Put }], events: [event] })
  return jobOf(stored)
}

/** An import as it is now, or null when there is none or its time is over. */
export async function loadImport(database: Database, now: Date, id: ImportId): Promise<StoredImport | null> {
  const item = await loadItem(database, 'directory', jobKey(id))
  const stored = item === undefined ? null : StoredImport.parse(item)
  return stored && stored.expiresAt > now.getTime() / 1000 ? stored : null
}

/** The imports of the last days, newest first. */
export async function listImports(database: Database, now: Date): Promise<ImportJob[]> {
  const items = await queryAll(database, 'directory', { ...inPartition(imports), ScanIndexForward: false, Limit: 50 })
  return items
    .map((item) => StoredImport.parse(item))
    .filter(({ expiresAt }) => expiresAt > now.getTime() / 1000)
    .map(jobOf)
}

/** The file of an import, put together again. */
export async function loadImportFile(database: Database, stored: StoredImport): Promise<ImportFile> {
  const pieces: Uint8Array[] = []
  for (let index = 0; index < stored.chunks; index += 1) {
    const Key = chunkKey(stored.sk, index)
    const item = await loadItem(database, 'directory', Key)
    if (!(item?.['bytes'] instanceof Uint8Array)) throw new Error('A piece of an imported file is missing.')
    pieces.push(item['bytes'])
  }
  return { bytes: Buffer.concat(pieces), format: stored.format, encoding: stored.encoding }
}
