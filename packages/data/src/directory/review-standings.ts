import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { loseSupport, standingNoteOf, standingsLost } from '@kunak/domain/directory'
import { commit } from '../commit.ts'
import type { Database } from '../database.ts'
import { loadItem } from '../load-items.ts'
import { loadOrganisation, saveOrganisation } from './organisations.ts'
import { loadReviewMarks, loadVouchingGraph, reviewedWrite } from './standings.ts'

const clockKey = { pk: 'CLOCK', sk: 'STANDINGS' }
const mostRounds = 5
const marksAtOnce = 50

/**
 * Takes the standing of whoever is no longer carried by vouches, each by one conditional write with its event, until nobody is left
 * or `most` have been done; answers whether it is finished. Only then the marks that asked for it are removed, so that what a request
 * leaves over, or a crash interrupts, the clock goes on with.
 */
export async function reviewStandings(database: Database, now: Date, { most }: { readonly most: number }): Promise<boolean> {
  let left = most
  for (let round = 0; round < mostRounds; round += 1) {
    const marks = await loadReviewMarks(database)
    const lost = standingsLost(await loadVouchingGraph(database), now)
    if (lost.length === 0) {
      for (let start = 0; start < marks.length; start += marksAtOnce)
        await commit(database, now, {
          writes: marks.slice(start, start + marksAtOnce).map((mark) => reviewedWrite(database, mark)),
          events: [],
        })
      return true
    }
    for (const { id, to } of lost.slice(0, left)) {
      const before = await loadOrganisation(database, id)
      if (!before || standingNoteOf(before).standing !== 'vetted') continue
      const after = loseSupport(before, to)
      const type = to === 'lapsed' ? 'organisation_lapsed' : 'organisation_under_review'
      // Who was faster changed something else of it: the next round looks again.
      await saveOrganisation(database, now, { before, after, event: { type, actor: 'system', data: { version: after.version } } })
    }
    left -= Math.min(left, lost.length)
    if (left === 0) return false
  }
  return false
}

/** The clock's part: what a request left over, and once a day whatever ended by time alone. */
export async function reviewStandingsDue(database: Database, now: Date): Promise<void> {
  const today = now.toISOString().slice(0, 10)
  const item = await loadItem(database, 'directory', clockKey)
  if (item?.['day'] === today && (await loadReviewMarks(database)).length === 0) return
  const isFinished = await reviewStandings(database, now, { most: 500 })
  if (isFinished)
    await database.client.send(new PutCommand({ TableName: database.tables.directory, Item: { ...clockKey, day: today } }))
}
