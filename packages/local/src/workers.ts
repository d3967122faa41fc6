import { setTimeout as wait } from 'node:timers/promises'
import { join } from 'node:path'
import { OrganisationId } from '@kunak/contracts'
import { createSearchKeeper } from '@kunak/data/directory'
import { dataPaths } from './data-directory.ts'
import type { Network } from './open-network.ts'
import { openStreams } from './streams/follow-all.ts'

/** The functions that nobody calls by name: the streams and the clock wake them. */
export interface Workers extends AsyncDisposable {
  /** Does all that there is to do now. */
  readonly catchUp: () => Promise<void>
  /** Goes on doing what comes, until it is disposed. */
  readonly keepGoing: () => void
}
export async function workOn(
  network: Network,
  {
    databasePort,
    directory,
    say,
  }: { readonly databasePort: number; readonly directory: string; readonly say: (line: string) => void },
): Promise<Workers> {
  const paths = dataPaths(directory)
  const keeper = createSearchKeeper({ ...network, folder: join(paths.copies, 'keeper') })
  const streams = await openStreams({
    database: network.database,
    databasePort,
    directory: paths.streams,
    log: say,
    subscriptions: [
      {
        name: 'keep-search',
        table: 'events',
        handler: async ({ Records }) => {
          await keeper.keep([
            ...new Set(
              Records.map((r) => r.dynamodb?.Keys?.['pk']?.S ?? '')
                .filter((s) => s.startsWith('ORGANISATION#'))
                .map((s) => OrganisationId.parse(s.slice(13))),
            ),
          ])
          return { batchItemFailures: [] }
        },
      },
    ],
  })
  void wait
  return {
    catchUp: streams.drain,
    keepGoing: streams.follow,
    [Symbol.asyncDispose]: async () => {
      await streams.stop()
      keeper.close()
    },
  }
}
