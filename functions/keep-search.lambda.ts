import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { S3Client } from '@aws-sdk/client-s3'
import { openDatabase } from '@kunak/data'
import { createSearchKeeper } from '@kunak/data/directory'
import { bucketSnapshots } from './bucket-snapshots.ts'
import { KeepSearchEnvironment, readEnvironment, tablesOf } from './environment.ts'
import { keepSearch } from './keep-search.ts'
import { worker } from './worker.ts'

const keep = keepSearch(() => {
  const environment = readEnvironment(KeepSearchEnvironment)
  return createSearchKeeper({
    database: openDatabase(tablesOf(environment)),
    snapshots: bucketSnapshots(new S3Client(), environment.SNAPSHOTS_BUCKET),
    folder: join(tmpdir(), 'search'),
    now: () => new Date(),
  })
})

/** Keeps the published search file: woken by the events. */
export const handler = worker('keep-search', keep)
