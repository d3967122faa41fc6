import type { TestModule, Vitest } from 'vitest/node'

export interface Tally {
  readonly passed: number
  readonly failed: number
  /** Full names of the tests that did not run, so that none is forgotten in silence. */
  readonly skipped: readonly string[]
}

/** Counts a finished run: every test, and every failure outside of one (a file that does not load, a hook, an unhandled rejection). */
export function tally(vitest: Vitest): Tally {
  const modules = vitest.state.getTestModules()
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const inState = (state: string) => tests.filter((test) => test.result().state === state)
  const outsideTests = modules.flatMap(failuresOutsideTests).length + vitest.state.getUnhandledErrors().length
  return {
    passed: inState('passed').length,
    failed: inState('failed').length + inState('pending').length + outsideTests,
    skipped: inState('skipped').map((test) => `${test.module.relativeModuleId} > ${test.fullName}`),
  }
}

function failuresOutsideTests(module: TestModule): unknown[] {
  return [...module.errors(), ...[...module.children.allSuites()].flatMap((suite) => suite.errors())]
}
