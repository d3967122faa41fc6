import { join } from 'node:path'
import { createSearchKeeper } from '@kunak/data/directory'
import { auditKeysOf } from '@kunak/data/identity'
import { keepSearch } from '@kunak/functions/keep-search'
import { sealingAudit } from '@kunak/functions/seal-audit'
import { sendLetters } from '@kunak/functions/send-letters'
import { tellPeople } from '@kunak/functions/tell-people'
import { tick } from '@kunak/functions/tick'
import { dataPaths } from './data-directory.ts'
import { everyMinute } from './every-minute.ts'
import { lettersPerSecond, openLetters, type Post } from './open-letters.ts'
import type { Network } from './open-network.ts'
import { openStreams } from './streams/follow-all.ts'

/** The functions that nobody calls by name: the streams and the clock wake them. */
export interface Workers extends AsyncDisposable {
  /** Does what the streams hold now. */
  readonly catchUp: () => Promise<void>
  /** Goes on with what comes, and every minute with what is due, until it is disposed. */
  readonly keepGoing: () => void
}

export interface WorkplaceOptions {
  readonly databasePort: number
  /** Without it no letter is sent now; the next workers that have it go on from here. */
  readonly post?: Post
  readonly directory: string
  readonly say: (line: string) => void
}

/** Opens the workers of a network, each the function that is deployed, over what this machine has in place of the cloud. */
export async function openWorkers(network: Network, options: WorkplaceOptions): Promise<Workers> {
  const { databasePort, directory, say } = options
  const { database, search, now, newId, keys, secrets } = network
  const { copies, streams: kept } = dataPaths(directory)
  const keeper = createSearchKeeper({ ...network, folder: join(copies, 'keep-search') })
  const tickKeeper = createSearchKeeper({ ...network, folder: join(copies, 'tick') })
  const letters = options.post && openLetters(network, options.post, say)
  const streams = await openStreams({
    database,
    databasePort,
    directory: kept,
    log: say,
    subscriptions: [
      { name: 'keep-search', table: 'events', handler: keepSearch(() => keeper) },
      {
        name: 'tell-people',
        table: 'events',
        handler: sealingAudit(
          () => ({ database, keys: auditKeysOf(keys.audit), now }),
          tellPeople(() => ({ ...network, perSecond: lettersPerSecond })),
        ),
      },
      ...(letters
        ? [{ name: 'send-letters', table: 'letters' as const, handler: sendLetters(() => letters.sender, letters.log) }]
        : []),
    ],
  })
  const clock = everyMinute(
    tick(() => ({ importer: { database, search, now, newId, doNotListKey: keys.doNotList }, keeper: tickKeeper, secrets })),
    say,
  )
  return {
    catchUp: streams.drain,
    keepGoing: () => {
      streams.follow()
      clock.start()
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([clock.stop(), streams.stop()])
      await Promise.all([keeper.close(), tickKeeper.close()])
      letters?.[Symbol.dispose]()
    },
  }
}
