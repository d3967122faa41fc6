import { doEach } from '@kunak/data'
import { advanceAlerts, advanceHelp, raiseCheckIns, sendDigests } from '@kunak/data/alerts'
import {
  continueImports,
  forgetApplications,
  type ImportWorker,
  reviewStandingsDue,
  type SearchKeeper,
} from '@kunak/data/directory'
import type { Secrets } from '@kunak/data/identity'
import { wakeLetters } from '@kunak/data/letters'
import { openOnce } from './open-once.ts'

// A running import has the job for a minute; giving it back earlier leaves room for the last row.
const budgetMs = 45_000

interface Opened {
  readonly importer: ImportWorker
  readonly keeper: Pick<SearchKeeper, 'publishIfMissing'>
  /** What opens what is sealed about people. */
  readonly secrets: Secrets
}

/**
 * Does what has become due. Every minute; called more often or late it does the same. What cannot be done keeps nothing else from being
 * done; then it throws.
 */
export function tick(open: () => Promise<Opened> | Opened): () => Promise<void> {
  const opened = openOnce(open)
  return async () => {
    await doEach(dutiesOf(await opened()), (duty) => duty())
  }
}

function dutiesOf({ importer, keeper, secrets }: Opened): (() => Promise<unknown>)[] {
  const { database, now, newId } = importer
  return [
    // Letters first: somebody may be waiting for one, and it takes no time.
    () => wakeLetters(database, now()),
    // Then people in danger: an alert that is over must not stay out, and one that nobody answers must go further.
    () => advanceAlerts({ database, secrets }, now()),
    () => advanceHelp({ database, secrets }, now()),
    () => raiseCheckIns({ database, secrets, now, newId }),
    () => sendDigests({ database, secrets }, now()),
    // Standings next: nobody should stand a minute longer on a word that was taken back.
    () => reviewStandingsDue(database, now()),
    () => keeper.publishIfMissing(),
    () => forgetApplications(importer),
    () => continueImports(importer, budgetMs),
  ]
}
