/** A clock that stands still until somebody moves it. It is handed over as `now`. */
export interface FixedClock {
  (): Date
  /** Puts the clock at a moment (ISO 8601). */
  readonly moveTo: (moment: string) => void
  /** Puts the clock forward by whole days. */
  readonly advanceDays: (days: number) => void
}

const dayMs = 86_400_000

/** A clock that stands at a moment (ISO 8601), which is then visible in the test. */
export function fixedClock(moment: string): FixedClock {
  let time = Date.parse(moment)
  return Object.assign(() => new Date(time), {
    moveTo: (later: string) => void (time = Date.parse(later)),
    advanceDays: (days: number) => void (time += days * dayMs),
  })
}
