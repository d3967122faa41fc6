import middy, { type MiddyfiedHandler, type Request } from '@middy/core'

/** One line of a worker's log: its name, how long it took, and the name of the fault if it broke. */
export interface WorkerEntry {
  readonly worker: string
  readonly ms: number
  readonly fault?: string
}

const print = (entry: WorkerEntry) => void process.stdout.write(`${JSON.stringify(entry)}\n`)

/**
 * A worker as Lambda runs it. It writes one line about each run; a fault goes on, so that the batch is tried again, but by its name
 * alone: Lambda writes what is thrown to the log, and its message may hold what somebody wrote.
 */
export function worker<Event, Result>(
  name: string,
  handle: (event: Event) => Promise<Result>,
  log: (entry: WorkerEntry) => void = print,
): MiddyfiedHandler<Event, Result> {
  let started = 0
  return middy<Event, Result>((event: Event) => handle(event)).use({
    before: () => void (started = performance.now()),
    after: () => log({ worker: name, ms: Math.round(performance.now() - started) }),
    onError: ({ error }: Request<Event, Result>) => {
      const fault = error?.name ?? 'Error'
      log({ worker: name, ms: Math.round(performance.now() - started), fault })
      throw Object.assign(new Error(`The worker ${name} broke: ${fault}`), { name: fault, stack: '' })
    },
  })
}
