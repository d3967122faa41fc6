import { CheckInId, newUlid } from '@kunak/contracts'
import { loadCheckIn, raiseCheckIns, saveCheckIn } from '@kunak/data/alerts'
import { secretsOf } from '@kunak/data/identity'
import { namedTables, openLocalDatabase } from '@kunak/local'
import { keysIn } from '../../packages/local/src/data-directory.ts'
import type { Site } from './start-site.ts'

/**
 * Lets it be so many minutes until the date of a check-in, or, below nothing, after it, and does what the site's clock does every
 * minute: no journey can wait for a date to pass.
 */
export async function moveCheckIn({ place }: Pick<Site, 'place'>, address: string, minutes: number): Promise<void> {
  const database = openLocalDatabase(place.databasePort, namedTables('kunak'))
  try {
    const { identity } = await keysIn(place.dataDirectory)
    const now = () => new Date()
    const keeper = { database, secrets: secretsOf(identity), now, newId: () => newUlid(Date.now()) }
    const id = CheckInId.parse(new URL(address).pathname.split('/').at(-1))
    for (let isMoved = false; !isMoved;) {
      const before = await loadCheckIn(keeper, now(), id)
      if (!before) throw new Error('The site has no such check-in.')
      const dueAt = new Date(Date.now() + minutes * 60_000).toISOString()
      const after = { ...before, version: before.version + 1, dueAt }
      isMoved = (await saveCheckIn(keeper, now(), { before, after, events: [] })).ok
    }
    await raiseCheckIns(keeper)
  } finally {
    database.client.destroy()
  }
}
