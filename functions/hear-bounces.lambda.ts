import { openDatabase } from '@kunak/data'
import { secretsOf } from '@kunak/data/identity'
import { HearBouncesEnvironment, readEnvironment, tablesOf } from './environment.ts'
import { hearBounces } from './hear-bounces.ts'
import { readSecrets } from './read-secrets.ts'
import { worker } from './worker.ts'

const hear = hearBounces(async () => {
  const environment = readEnvironment(HearBouncesEnvironment)
  const [identity] = await readSecrets(environment.IDENTITY_SECRET)
  return { database: openDatabase(tablesOf(environment)), secrets: secretsOf(identity), now: () => new Date() }
})

/** Ends letters to addresses that take none: told by whoever carries the mail. */
export const handler = worker('hear-bounces', hear)
