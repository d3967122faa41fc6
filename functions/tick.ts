import {
  continueImports,
  forgetApplications,
  type ImportWorker,
  reviewStandingsDue,
  type SearchKeeper,
} from '@kunak/data/directory'
import { wakeLetters } from '@kunak/data/letters'
import { openOnce } from './open-once.ts'

// A running import has the job for a minute; giving it back earlier leaves room for the last row.
const budgetMs = 45_000

interface Opened {
  readonly importer: ImportWorker
  readonly keeper: Pick<SearchKeeper, 'publishIfMissing'>
}

/** Does what has become due. Every minute; called more often or late it does the same. */
export function tick(open: () => Promise<Opened> | Opened): () => Promise<void> {
  const opened = openOnce(open)
  return async () => {
    const { importer, keeper } = await opened()
    // Letters first: somebody may be waiting for one, and it takes no time.
    await wakeLetters(importer.database, importer.now())
    // Standings next: nobody should stand a minute longer on a word that was taken back.
    await reviewStandingsDue(importer.database, importer.now())
    await keeper.publishIfMissing()
    await forgetApplications(importer)
    await continueImports(importer, budgetMs)
  }
}
