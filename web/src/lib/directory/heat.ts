/** How many, as it stands in a cell: a count that may be told apart is only given as a range. */
export function countText(count: number | 'few'): string {
  return count === 'few' ? '1–2' : String(count)
}

/** How deep a cell's colour is, 0 (none) to 4, beside the greatest count of its picture. */
export function heatOf(count: number | 'few', most: number): number {
  if (count === 'few') return 1
  if (count === 0) return 0
  return Math.min(4, 1 + Math.floor((3 * count) / Math.max(most, 3)))
}
