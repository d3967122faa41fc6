import { readdirSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const areas = readdirSync('test', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['node_modules', 'bench'].includes(entry.name))
  .map((entry) => entry.name)

/** Areas that start whole programs (a browser, the local cloud, every checker): one file at a time, one area after another. */
const alone = ['infra', 'repository', 'local', 'journeys']

export default defineConfig({
  test: {
    setupFiles: ['test/fix-the-seed.ts'],
    // Both cores, and no third test that makes the others miss their time.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { requireAssertions: true },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Nothing here keeps state in a module, so that files of one worker may share what they import: half the time.
          isolate: false,
          include: ['packages/*/src/**/*.test.ts', 'web/src/**/*.test.ts', 'web/*.test.ts', 'functions/**/*.test.ts'],
        },
      },
      ...areas.map((area) => ({
        extends: true as const,
        test: {
          name: area,
          include: [`test/${area}/**/*.test.ts`],
          ...(alone.includes(area) && { fileParallelism: false, sequence: { groupOrder: 1 + alone.indexOf(area) } }),
        },
      })),
    ],
  },
})
