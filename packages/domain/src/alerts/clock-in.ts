const clocks = new Map<string, Intl.DateTimeFormat>()
const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const

/** What a clock in a time zone shows at a moment (milliseconds since 1970), to the minute, as if that were UTC. */
export function clockIn(timeZone: string, moment: number): number {
  let clock = clocks.get(timeZone)
  if (!clock) {
    // Making one takes longer than asking it thousands of times.
    clock = new Intl.DateTimeFormat('en-CA', { timeZone, hourCycle: 'h23', ...parts })
    clocks.set(timeZone, clock)
  }
  const part = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, value]))
  return Date.parse(`${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}Z`)
}
