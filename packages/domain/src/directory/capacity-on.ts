import type { Capacity, Expertise } from '@kunak/contracts/directory'

/** The capacity on a day (`YYYY-MM-DD`): a limit or absence lasts to the end of its `until` day, then the capacity is open again. */
export function capacityOn(entry: Expertise, day: string): { capacity: Capacity; until: string | null } {
  return entry.until !== null && entry.until < day
    ? { capacity: 'open', until: null }
    : { capacity: entry.capacity, until: entry.until }
}
