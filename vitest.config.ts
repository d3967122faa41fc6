import { readdirSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const areas = readdirSync('test', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['node_modules', 'bench'].includes(entry.name))
  .map((entry) => entry.name)

/** Areas that start whole programs (every checker; the local cloud, a browser): one group of them after another. */
const later: Readonly<Record<string, number>> = { infra: 1, repository: 2, local: 3, journeys: 3 }

/** What takes much longer than its neighbours begins first, so that one core does not wait for the other at the end. */
const longest = ['security/non-interference', 'security/matrix', 'journeys/pages', 'journeys/pages-by-keyboard']
const isLong = ({ moduleId }: TestSpecification) => longest.some((path) => moduleId.endsWith(`/test/${path}.test.ts`))

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const areas = [...new Set(sorted.map(({ project }) => project.name))]
    const rank = (file: TestSpecification) => 2 * areas.indexOf(file.project.name) + (isLong(file) ? 0 : 1)
    return sorted.sort((one, other) => rank(one) - rank(other))
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    setupFiles: ['test/fix-the-seed.ts'],
    // Both cores, and no third test that makes the others miss their time.
    maxWorkers: 2,
    // Nothing here keeps state in a module, so that files of one worker may share what they import: a third of the time.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { requireAssertions: true },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'web/src/**/*.test.ts', 'web/*.test.ts', 'functions/**/*.test.ts'],
        },
      },
      ...areas.map((area) => ({
        extends: true as const,
        test: {
          name: area,
          include: [`test/${area}/**/*.test.ts`],
          sequence: { groupOrder: later[area] ?? 0 },
          // The cloud is written into one folder, by one at a time.
          ...(area === 'infra' && { fileParallelism: false }),
          ...(area === 'journeys' && { globalSetup: 'test/journeys/unpack-browser.ts' }),
        },
      })),
    ],
  },
})
