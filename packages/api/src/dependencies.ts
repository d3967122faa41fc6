import type { Database } from '@kunak/data'
import type { Search } from '@kunak/data/directory'
import type { Secrets } from '@kunak/data/identity'

/** One line of the log: what was asked for and how it went, and nothing about the person who asked. */
export interface LogEntry {
  readonly requestId: string
  readonly method: string
  /** The route's pattern, such as `/api/v1/organisations/:id`, never the address itself. */
  readonly route: string
  readonly status: number
  readonly ms: number
  /** The name of the fault behind a 500; its message may hold what somebody wrote, so it is left out. */
  readonly fault?: string
}

/** Everything the front door needs from outside; each host (deployed, local, tests) makes its own. */
export interface Dependencies {
  readonly database: Database
  readonly search: Search
  readonly now: () => Date
  /** A fresh ULID. */
  readonly newId: () => string
  /** Keys for what is kept only as a fingerprint: the sources that rates are limited by, and the do-not-list register. */
  readonly keys: { readonly rateLimit: string; readonly doNotList: string }
  /** What seals and finds what is kept about people. */
  readonly secrets: Secrets
  /** What browsers are told to take notes from this site alone: the public half of what signs them. */
  readonly pushKey: string
  /** Origins of services of notes besides those of the makers of browsers: where a test serves one itself. */
  readonly pushAlsoAt?: readonly string[]
  /** The site's own origin, such as `https://kunak.example`: the only one that may send changes. */
  readonly origin: string
  /** The word by which this site names itself on a device that others may look at, such as in an authenticator app. */
  readonly neutralName?: string
  readonly log: (entry: LogEntry) => void
}
