import { growthExponent, percentile, type Row } from './row.ts'
import { type Measured, measureSize } from './search-one-size.ts'
import { questionKinds } from './search-questions.ts'

const sizes = [1_000, 10_000, 100_000] as const
/** What a question may take, 99 times of 100, with typing errors, beginnings of words and facets alike. */
const promisedMs: Readonly<Record<number, number>> = { 10_000: 5, 100_000: 30 }
const promisedExponent = 1.05

/** The directory's search by size: in a real database, through the published file, read by a process of its own. */
export async function bench(): Promise<Row[]> {
  const bySize = new Map<number, Measured>()
  for (const size of sizes) bySize.set(size, await measureSize(size))
  return [...[...bySize].flatMap(([size, measured]) => rowsOf(size, measured)), ...growthOf(bySize)]
}

function rowsOf(organisations: number, measured: Measured): Row[] {
  const row = (what: string, value: number, unit: Row['unit'], atMost?: number): Row => ({
    bench: 'search',
    what,
    organisations,
    value,
    unit,
    ...(atMost !== undefined && { atMost }),
  })
  const all = questionKinds.flatMap((kind) => measured.questionMs[kind])
  const processor = questionKinds.flatMap((kind) => measured.processorMs[kind])
  return [
    ...questionKinds.flatMap((kind) => [
      row(`${kind}, p50`, percentile(measured.questionMs[kind], 0.5), 'ms'),
      row(`${kind}, p99`, percentile(measured.questionMs[kind], 0.99), 'ms'),
    ]),
    row('all kinds, p50', percentile(all, 0.5), 'ms'),
    row('all kinds, p99', percentile(all, 0.99), 'ms', promisedMs[organisations]),
    row('all kinds, p50 of processor time', percentile(processor, 0.5), 'ms'),
    row('all kinds, p99 of processor time', percentile(processor, 0.99), 'ms'),
    row('the same again, p50', percentile(measured.againMs, 0.5), 'ms'),
    row('map, p50', percentile(measured.coverageMs, 0.5), 'ms'),
    row('one change published', measured.keepOneMs, 'ms'),
    row('built anew', measured.buildMs, 'ms'),
    row('file', measured.fileBytes / 1e6, 'MB'),
    row('opened', measured.loadMs, 'ms'),
    row('memory of a reader', measured.memoryBytes / 1e6, 'MB'),
  ]
}

function growthOf(bySize: ReadonlyMap<number, Measured>): Row[] {
  const costs: Readonly<Record<string, (measured: Measured) => number>> = {
    ...Object.fromEntries(questionKinds.map((kind) => [kind, ({ processorMs }: Measured) => percentile(processorMs[kind], 0.5)])),
    map: ({ coverageMs }) => percentile(coverageMs, 0.5),
    'built anew': ({ buildMs }) => buildMs,
    file: ({ fileBytes }) => fileBytes,
  }
  return Object.entries(costs).map(([what, cost]) => ({
    bench: 'search',
    what: `growth of ${what}`,
    value: growthExponent(new Map([...bySize].map(([size, measured]) => [size, cost(measured)]))),
    unit: 'exponent',
    atMost: promisedExponent,
  }))
}
