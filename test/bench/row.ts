/** One measured number. Ratios to something measured in the same run outlive the machine; milliseconds do not. */
export interface Row {
  readonly bench: string
  readonly what: string
  /** How large the directory was, where that matters. */
  readonly organisations?: number
  readonly value: number
  readonly unit: 'ms' | 'MB' | 'kB' | 'ratio' | 'per second' | 'exponent' | 'count'
  /** What is promised of it. */
  readonly atMost?: number
  readonly atLeast?: number
}

/** Whether a number keeps its promise; null where nothing is promised. */
export function keepsPromise({ value, atMost, atLeast }: Row): boolean | null {
  if (atMost === undefined && atLeast === undefined) return null
  return value <= (atMost ?? Infinity) && value >= (atLeast ?? -Infinity)
}

/** The value below which a share of the samples lies (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** The power by which a cost grows with the size, from the smallest to the largest size measured. */
export function growthExponent(costBySize: ReadonlyMap<number, number>): number {
  const sizes = [...costBySize.keys()].sort((one, other) => one - other)
  const [smallest = 1, largest = 1] = [sizes[0], sizes.at(-1)]
  const ratio = (costBySize.get(largest) ?? Number.NaN) / (costBySize.get(smallest) ?? Number.NaN)
  return Math.log(ratio) / Math.log(largest / smallest)
}
