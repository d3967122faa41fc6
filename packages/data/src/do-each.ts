/**
 * Does something about each of some things, one after another. One that breaks keeps none of the others from being done; then it throws
 * what broke first. After `mostFaults` it is the store that is ill, and nothing more is tried.
 */
export async function doEach<One>(
  all: Iterable<One> | AsyncIterable<One>,
  work: (one: One) => Promise<unknown>,
  mostFaults = Infinity,
): Promise<void> {
  const faults: Error[] = []
  for await (const one of all) {
    await work(one).catch((fault: unknown) => faults.push(fault instanceof Error ? fault : new Error('What broke said nothing.')))
    if (faults.length >= mostFaults) break
  }
  const [first] = faults
  if (first !== undefined) throw first
}
