/** The moment so many hours after another one, or before it where they are less than none, as it is kept. */
export function hoursAfter(moment: Date | string, hours: number): string {
  return new Date(new Date(moment).getTime() + hours * 3_600_000).toISOString()
}
