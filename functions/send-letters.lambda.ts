import { setTimeout as wait } from 'node:timers/promises'
import { SESClient } from '@aws-sdk/client-ses'
import { openDatabase } from '@kunak/data'
import { pushKeysOf, secretsOf } from '@kunak/data/identity'
import { pushToBrowsers } from '@kunak/data/letters'
import { pushCarrier, sesCarrier } from '@kunak/mail'
import { readEnvironment, SendLettersEnvironment, tablesOf } from './environment.ts'
import { readSecrets } from './read-secrets.ts'
import { sendLetters } from './send-letters.ts'
import { worker } from './worker.ts'

const send = sendLetters(async () => {
  const environment = readEnvironment(SendLettersEnvironment)
  const [identity, push] = await readSecrets(environment.IDENTITY_SECRET, environment.PUSH_SECRET)
  const {
    SITE_ORIGIN: origin,
    NEUTRAL_NAME: neutralName,
    LETTERS_FROM: from,
    LETTERS_CONFIGURATION: configurationSet,
  } = environment
  const now = () => new Date()
  const database = openDatabase(tablesOf(environment))
  const secrets = secretsOf(identity)
  return {
    database,
    secrets,
    now,
    origin,
    // A letter that got no answer may have gone out; the job tries it again in its time, not the client.
    post: sesCarrier({ client: new SESClient({ maxAttempts: 1 }), configurationSet, origin, from, neutralName, now }),
    push: pushToBrowsers({ database, secrets, post: pushCarrier({ keys: pushKeysOf(push), from }) }),
    perSecond: environment.LETTERS_PER_SECOND,
    wait,
  }
})

/** Sends the letters that were written: woken by them, and by the clock for those that wait. */
export const handler = worker('send-letters', send)
