import { setTimeout as wait } from 'node:timers/promises'
import { type CliOptions, createVitest, type TestModule, type Vitest } from 'vitest/node'

export interface Tally {
  readonly passed: number
  readonly failed: number
  /** Full names of the tests that did not run, so that none is forgotten in silence. */
  readonly skipped: readonly string[]
  /** Files that were still at it when the time was up. */
  readonly unfinished: readonly string[]
}

/**
 * Runs tests by parts of their files' names and counts every test, and every failure outside of one: a file that does not load, a
 * hook, a rejection that nobody handled. After `minutes` it waits no more: what has not ended by then has failed.
 */
export async function runAndTally(filter: string[], options: CliOptions, minutes: number): Promise<Tally> {
  const vitest = await createVitest({ ...options, watch: false })
  const clock = new AbortController()
  const timeIsUp = wait(minutes * 60_000, 'time is up', { signal: clock.signal }).catch(() => 'in time')
  const ended = await Promise.race([vitest.start(filter), timeIsUp])
  clock.abort()
  if (ended === 'time is up') return { ...tally(vitest), unfinished: unfinishedFiles(vitest) }
  await vitest.close()
  return tally(vitest)
}

function tally(vitest: Vitest): Tally {
  const modules = vitest.state.getTestModules()
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const inState = (state: string) => tests.filter((test) => test.result().state === state)
  const outsideTests = modules.flatMap(failuresOutsideTests).length + vitest.state.getUnhandledErrors().length
  return {
    passed: inState('passed').length,
    failed: inState('failed').length + inState('pending').length + outsideTests,
    skipped: inState('skipped').map((test) => `${test.module.relativeModuleId} > ${test.fullName}`),
    unfinished: [],
  }
}

function failuresOutsideTests(module: TestModule): unknown[] {
  return [...module.errors(), ...[...module.children.allSuites()].flatMap((suite) => suite.errors())]
}

function unfinishedFiles(vitest: Vitest): string[] {
  const modules = vitest.state.getTestModules().filter((module) => ['queued', 'pending'].includes(module.state()))
  return modules.map(({ relativeModuleId }) => relativeModuleId)
}
