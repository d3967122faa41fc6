import { newUlid } from '@kunak/contracts'
import { type Organisation, StandingNote, Vouch } from '@kunak/contracts/directory'
import { mayTakeSupport, standingNoteOf, type VouchingGraph } from '@kunak/domain/directory'
import type { Write } from '../commit.ts'
import type { Database } from '../database.ts'
import { inPartition, queryAll } from '../query-items.ts'

const standings = 'STANDINGS'
const reviews = 'REVIEWS'
export const vouchesPartition = 'VOUCHES'

/**
 * Keeps the light note of an organisation in step with it, in the same transaction, so that the graph is read by two queries; and
 * leaves a mark that standings are to be reviewed where the change may take support from somebody.
 */
export function standingWrites(
  database: Database,
  now: Date,
  change: { before: Organisation | null; after: Organisation },
): Write[] {
  const TableName = database.tables.directory
  const before = change.before && standingNoteOf(change.before)
  const after = standingNoteOf(change.after)
  if (before && JSON.stringify(before) === JSON.stringify(after)) return []
  const key = { pk: standings, sk: after.id }
  // Whoever has left is part of nothing any more.
  const kept: Write =
    after.standing === 'left' ? { Delete: { TableName, Key: key } } : { Put: { TableName, Item: { ...key, note: after } } }
  return [kept, ...(before && mayTakeSupport(before, after) ? [reviewMark(database, now)] : [])]
}

/** The mark that standings are to be reviewed: removed when that has been done. */
export function reviewMark(database: Database, now: Date): Write {
  return { Put: { TableName: database.tables.directory, Item: { pk: reviews, sk: newUlid(now.getTime()) } } }
}

/** What is to be reviewed now, each mark by its key. */
export async function loadReviewMarks(database: Database): Promise<string[]> {
  return (await queryAll(database, 'directory', inPartition(reviews))).map((item) => String(item['sk']))
}

export function reviewedWrite(database: Database, mark: string): Write {
  return { Delete: { TableName: database.tables.directory, Key: { pk: reviews, sk: mark } } }
}

/** Every organisation's standing, and every vouch, as they are now (strongly consistent): two queries. */
export async function loadVouchingGraph(database: Database): Promise<VouchingGraph> {
  const [notes, vouches] = await Promise.all([
    loadStandings(database),
    queryAll(database, 'directory', inPartition(vouchesPartition)),
  ])
  return { organisations: notes, vouches: vouches.map((item) => Vouch.parse(item['vouch'])) }
}

/** Every organisation's standing. */
export async function loadStandings(database: Database): Promise<StandingNote[]> {
  return (await queryAll(database, 'directory', inPartition(standings))).map((item) => StandingNote.parse(item['note']))
}
