import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Person } from '@kunak/contracts/identity'
import type { Database } from '../database.ts'
import { loadItem } from '../load-items.ts'
import { findPersonByMail, savePerson } from '../identity/index.ts'

const key = (mailFingerprint: string) => ({ pk: `NO_LETTERS#${mailFingerprint}`, sk: 'ADDRESS' })
const rememberedDays = 365
const attempts = 5

/** Why an address gets no more news: its owner said so, or the carrier of mail did. */
export type WhyNoLetters = 'unwanted' | 'bounced' | 'complained'

/**
 * Ends news to an address. Where it belongs to an account, that account says so from now on; an address without one, which was only
 * invited, is remembered by its fingerprint for a year. A repeat changes nothing.
 */
export async function stopLetters(
  database: Database,
  now: Date,
  { mailFingerprint, why }: { readonly mailFingerprint: string; readonly why: WhyNoLetters },
): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const before = await findPersonByMail(database, mailFingerprint)
    if (!before) return await remember(database, now, mailFingerprint)
    const stopped = why === 'unwanted' ? { wantsLetters: false } : { undeliverable: before.undeliverable ?? why }
    if (isAlready(before, stopped)) return
    const after: Person = { ...before, ...stopped, version: before.version + 1 }
    const event = { type: 'letters_stopped', actor: null, data: { why } }
    if ((await savePerson(database, now, { before, after, event })).ok) return
  }
  throw new Error('An account changed too often to end its letters.')
}

/** Whether an address without an account has said that it wants no letters. */
export async function hasStoppedLetters(database: Database, mailFingerprint: string): Promise<boolean> {
  const item = await loadItem(database, 'identity', key(mailFingerprint))
  return item !== undefined
}

const isAlready = (person: Person, stopped: Partial<Pick<Person, 'wantsLetters' | 'undeliverable'>>) =>
  Object.entries(stopped).every(([name, value]) => person[name as keyof Person] === value)

async function remember(database: Database, now: Date, mailFingerprint: string): Promise<void> {
  const expiresAt = Math.ceil(now.getTime() / 1000) + rememberedDays * 86_400
  await database.client.send(
    new PutCommand({ TableName: database.tables.identity, Item: { ...key(mailFingerprint), expiresAt } }),
  )
}
