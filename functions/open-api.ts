import { S3Client } from '@aws-sdk/client-s3'
import { type Api, createApi } from '@kunak/api'
import { newUlid } from '@kunak/contracts'
import { openDatabase } from '@kunak/data'
import { createSearch } from '@kunak/data/directory'
import { pushKeysOf, secretsOf } from '@kunak/data/identity'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bucketSnapshots } from './bucket-snapshots.ts'
import { type HttpApiEnvironment, tablesOf } from './environment.ts'
import { readSecrets } from './read-secrets.ts'

/** Opens the API over what is deployed. */
export async function openApi(environment: HttpApiEnvironment): Promise<{ api: Api; origin: string; frontKey: string }> {
  const { SITE_ORIGIN: origin, SNAPSHOTS_BUCKET, FRONT_KEY_SECRET, RATE_LIMIT_KEY_SECRET, DO_NOT_LIST_KEY_SECRET } = environment
  const [frontKey, rateLimit, doNotList, identity, push] = await readSecrets(
    FRONT_KEY_SECRET,
    RATE_LIMIT_KEY_SECRET,
    DO_NOT_LIST_KEY_SECRET,
    environment.IDENTITY_SECRET,
    environment.PUSH_SECRET,
  )
  const database = openDatabase(tablesOf(environment))
  const snapshots = bucketSnapshots(new S3Client(), SNAPSHOTS_BUCKET)
  const now = () => new Date()
  const api = createApi({
    database,
    search: createSearch({ database, snapshots, folder: join(tmpdir(), 'search'), now }),
    now,
    newId: () => newUlid(Date.now()),
    keys: { rateLimit, doNotList },
    secrets: secretsOf(identity),
    pushKey: pushKeysOf(push).publicKey,
    origin,
    ...(environment.NEUTRAL_NAME !== '' && { neutralName: environment.NEUTRAL_NAME }),
    log: (entry) => void process.stdout.write(`${JSON.stringify(entry)}\n`),
  })
  return { api, origin, frontKey }
}
