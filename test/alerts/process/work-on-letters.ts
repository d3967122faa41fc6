import { setTimeout as wait } from 'node:timers/promises'
import { secretsOf } from '@kunak/data/identity'
import { wakeLetters } from '@kunak/data/letters'
import { sendLetters } from '@kunak/functions/send-letters'
import { tellPeople } from '@kunak/functions/tell-people'
import { openLocalDatabase, openStreams } from '@kunak/local'
import type { Workplace } from '../kill-worker.ts'

/**
 * The two workers of letters in a process of their own, as they are deployed: woken by the streams and by a clock, until somebody kills
 * them. Each letter is handed over by a request, and is sent once that is answered, as with the carrier of mail.
 */
const { databasePort, tables, mailPort, secret, folder, leaseMs, tickMs, perSecond } = JSON.parse(
  process.argv[2] ?? '',
) as Workplace
const database = openLocalDatabase(databasePort, tables)
const house = { database, secrets: secretsOf(secret), now: () => new Date(), perSecond }

const sender = {
  ...house,
  origin: 'https://kunak.example',
  wait: (ms: number) => wait(ms),
  post: async ({ to }: { readonly to: string }) => {
    const answer = await fetch(`http://localhost:${mailPort}/`, { method: 'POST', body: to })
    return answer.ok ? ('sent' as const) : ('later' as const)
  },
  leaseMs,
}
const streams = await openStreams({
  database,
  databasePort,
  directory: folder,
  log: (line) => void process.stderr.write(`${line}\n`),
  subscriptions: [
    { name: 'tell-people', table: 'events', handler: tellPeople(() => house) },
    { name: 'send-letters', table: 'letters', handler: sendLetters(() => sender) },
  ],
})
streams.follow()
setInterval(() => void wakeLetters(database, new Date()).catch(() => undefined), tickMs)
process.on('disconnect', () => process.exit())
