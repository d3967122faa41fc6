import { S3Client } from '@aws-sdk/client-s3'
import { newUlid } from '@kunak/contracts'
import { openDatabase } from '@kunak/data'
import { createSearch, createSearchKeeper } from '@kunak/data/directory'
import { secretsOf } from '@kunak/data/identity'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bucketSnapshots } from './bucket-snapshots.ts'
import { readEnvironment, tablesOf, TickEnvironment } from './environment.ts'
import { readSecrets } from './read-secrets.ts'
import { tick } from './tick.ts'
import { worker } from './worker.ts'

const doWhatIsDue = tick(async () => {
  const environment = readEnvironment(TickEnvironment)
  const [doNotListKey, identitySecret] = await readSecrets(environment.DO_NOT_LIST_KEY_SECRET, environment.IDENTITY_SECRET)
  const database = openDatabase(tablesOf(environment))
  const snapshots = bucketSnapshots(new S3Client(), environment.SNAPSHOTS_BUCKET)
  const now = () => new Date()
  const files = { database, snapshots, folder: join(tmpdir(), 'search'), now }
  return {
    importer: { database, search: createSearch(files), now, newId: () => newUlid(Date.now()), doNotListKey },
    keeper: createSearchKeeper(files),
    secrets: secretsOf(identitySecret),
  }
})

/** What is due, every minute: woken by the clock. */
export const handler = worker('tick', doWhatIsDue)
