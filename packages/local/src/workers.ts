import { setTimeout as wait } from 'node:timers/promises'
import { dataPaths } from './data-directory.ts'
import type { Network } from './open-network.ts'
import { openStreams, type Subscription } from './streams/follow-all.ts'

/** The functions that nobody calls by name: the streams and the clock wake them. */
export interface Workers extends AsyncDisposable {
  /** Does all that there is to do now. */
  readonly catchUp: () => Promise<void>
  /** Goes on doing what comes, until it is disposed. */
  readonly keepGoing: () => void
}
