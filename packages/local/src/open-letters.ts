import { setTimeout as wait } from 'node:timers/promises'
import { SESClient } from '@aws-sdk/client-ses'
import { type LetterSender, pushToBrowsers } from '@kunak/data/letters'
import type { LetterEntry } from '@kunak/functions/send-letters'
import { pushCarrier, sesCarrier } from '@kunak/mail'
import { localClient } from './database-process.ts'
import type { Network } from './open-network.ts'

/** The mailbox of this machine takes them all; AWS allows far fewer. */
export const lettersPerSecond = 200

export interface Post {
  /** Where the mailbox listens. */
  readonly port: number
  /** The site that letters lead to, such as `http://localhost:4380`. */
  readonly origin: string
  /** Empty for the usual name of each language. */
  readonly neutralName: string
}

interface Letters extends Disposable {
  readonly sender: LetterSender
  readonly log: (entry: LetterEntry) => void
}

/** What sends the letters of a network into the mailbox of this machine, by SES's own API. */
export function openLetters(
  { database, secrets, pushKeys, now }: Network,
  { port, origin, neutralName }: Post,
  say: (line: string) => void,
): Letters {
  const client = new SESClient({ ...localClient(port), maxAttempts: 1 })
  const letterhead = { origin, from: 'post@kunak.example', neutralName }
  const post = sesCarrier({ ...letterhead, client, configurationSet: 'local', now })
  const push = pushToBrowsers({ database, secrets, post: pushCarrier({ keys: pushKeys, from: letterhead.from }) })
  return {
    sender: { database, secrets, now, origin, post, push, perSecond: lettersPerSecond, wait: (ms) => wait(ms) },
    log: ({ letters, kind, count, minutes }) => say(`${count} letters (${kind}) are ${letters} after ${minutes} minutes`),
    [Symbol.dispose]: () => client.destroy(),
  }
}
