import type { OrganisationId } from '@kunak/contracts'
import { Vouch } from '@kunak/contracts/directory'
import * as z from 'zod'
import { commit, type Event, type Saved, type Write } from '../commit.ts'
import { isAsRead } from '../conditions.ts'
import type { Database } from '../database.ts'
import { type Item, loadItem, loadItems } from '../load-items.ts'
import { inPartition, queryAll } from '../query-items.ts'
import { reviewMark, vouchesPartition } from './standings.ts'

/** What an organisation has given, in one item: two vouches at once cannot both be its third. */
export const GivenVouches = z.strictObject({ version: z.int().min(0), vouches: z.array(Vouch) })
export type GivenVouches = z.infer<typeof GivenVouches>

/** A vouch with what the two know of each other. */
export interface ToldVouch {
  readonly vouch: Vouch
  readonly how: string
}

/** So long after its time a vouch is still told from one that was taken back. */
const keptDays = 92
const dayMs = 86_400_000
const graphKey = ({ from, to }: Pick<Vouch, 'from' | 'to'>) => ({ pk: vouchesPartition, sk: `${to}#${from}` })
const givenKey = (from: OrganisationId) => ({ pk: `VOUCHER#${from}`, sk: 'GIVEN' })
const toldKey = ({ from, to }: Pick<Vouch, 'from' | 'to'>) => ({ pk: `VOUCHED#${to}`, sk: from })
const keptUntil = ({ until }: Pick<Vouch, 'until'>) => Math.ceil((Date.parse(until) + keptDays * dayMs) / 1000)

/** What an organisation has given, as it is now (strongly consistent). */
export async function loadGivenVouches(database: Database, from: OrganisationId): Promise<GivenVouches> {
  const item = await loadItem(database, 'directory', givenKey(from))
  return item ? GivenVouches.parse(item['given']) : { version: 0, vouches: [] }
}

/** What an organisation was given, with what was said. */
export async function loadReceivedVouches(database: Database, to: OrganisationId): Promise<ToldVouch[]> {
  return (await queryAll(database, 'directory', inPartition(`VOUCHED#${to}`))).map(toldOf)
}

/** What an organisation said in the vouches that it gave. */
export async function loadToldVouches(database: Database, given: readonly Vouch[]): Promise<ToldVouch[]> {
  const items = await loadItems(database, 'directory', given.map(toldKey))
  return given.flatMap((vouch, index) => {
    const item = items[index]
    return item ? [{ vouch, how: toldOf(item).how }] : []
  })
}

function toldOf(item: Item): ToldVouch {
  return { vouch: Vouch.parse(item['vouch']), how: z.string().parse(item['how']) }
}

/** Saves a vouch, new or taken back, if its giver has given and taken back nothing since. Taking one back asks for a review. */
export function saveVouch(
  database: Database,
  now: Date,
  change: { readonly before: GivenVouches; readonly after: Vouch; readonly how: string; readonly actor: Event['actor'] },
): Promise<Saved> {
  const { before, after, how, actor } = change
  const TableName = database.tables.directory
  const expiresAt = keptUntil(after)
  const others = before.vouches.filter((one) => !isSame(one, after) && keptUntil(one) * 1000 > now.getTime())
  const given: GivenVouches = { version: before.version + 1, vouches: [...others, after] }
  const writes: Write[] = [
    { Put: { TableName, Item: { ...givenKey(after.from), version: given.version, given }, ...isAsRead(before) } },
    { Put: { TableName, Item: { ...graphKey(after), vouch: after, expiresAt } } },
    { Put: { TableName, Item: { ...toldKey(after), vouch: after, how, expiresAt } } },
    ...(after.revokedAt === null ? [] : [reviewMark(database, now)]),
  ]
  const type = after.revokedAt === null ? 'vouch_given' : 'vouch_revoked'
  const event = { type, subject: `ORGANISATION#${after.to}`, actor, data: { from: after.from } }
  return commit(database, now, { writes, events: [event] })
}

/** Whether a stored vouch is the one that is now taken back; one that was taken back before stays, because it was given all the same. */
function isSame(stored: Vouch, after: Vouch): boolean {
  return stored.to === after.to && stored.at === after.at && stored.revokedAt === null
}
