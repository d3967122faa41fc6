/** A clock for workers that takes no time: it moves on when all of them wait, to the first moment at which one goes on. */
export interface StubClock {
  readonly now: () => Date
  readonly wait: (ms: number) => Promise<void>
  /** Says that a worker has begun, or is done. */
  readonly begins: () => void
  readonly ends: () => void
}

export function stubClock(from: string): StubClock {
  let time = Date.parse(from)
  let working = 0
  const waiting: { readonly at: number; readonly goOn: () => void }[] = []
  const moveOn = () => {
    if (working > 0 || waiting.length === 0) return
    time = Math.min(...waiting.map(({ at }) => at))
    for (const one of waiting.filter(({ at }) => at <= time)) {
      waiting.splice(waiting.indexOf(one), 1)
      working += 1
      one.goOn()
    }
  }
  return {
    now: () => new Date(time),
    wait: (ms) =>
      new Promise((goOn) => {
        waiting.push({ at: time + ms, goOn: () => goOn() })
        working -= 1
        moveOn()
      }),
    begins: () => void (working += 1),
    ends: () => {
      working -= 1
      moveOn()
    },
  }
}
