export interface Checker {
  readonly name: string
  readonly command: readonly [string, ...string[]]
  /** Where it runs, from the root of the project. */
  readonly folder: string
}

/** What must be generated before anything that reads the web's types can run. */
export const preparations: readonly Checker[] = [
  {
    name: 'messages compiled',
    folder: 'web',
    command: [
      'paraglide-js',
      'compile',
      '--silent',
      '--no-emit-readme',
      '--strategy',
      'baseLocale',
      '--outdir',
      './src/lib/paraglide',
    ],
  },
  { name: 'routes known', folder: 'web', command: ['svelte-kit', 'sync'] },
]

/** Everything that `pnpm check` looks at, the slowest first. `test/repository` feeds each of them a fault. */
export const checkers = [
  { name: 'lint', folder: '.', command: ['eslint', '.'] },
  { name: 'unit tests', folder: '.', command: ['vitest', 'run', '--project', 'unit'] },
  { name: 'pages', folder: 'web', command: ['svelte-check', '--fail-on-warnings', '--tsconfig', './tsconfig.json'] },
  { name: 'dead code', folder: '.', command: ['knip', '--no-progress'] },
  {
    name: 'format',
    folder: '.',
    command: ['prettier', '--check', '--log-level', 'warn', '--cache', '--cache-location', '.cache/prettier', '.'],
  },
  {
    name: 'boundaries',
    folder: '.',
    command: ['depcruise', '--output-type', 'err-long', 'packages', 'functions', 'web', 'infra', 'test'],
  },
  { name: 'types', folder: '.', command: ['tsc', '-p', '.'] },
  { name: 'messages', folder: '.', command: ['node', 'web/check-messages.ts'] },
] as const satisfies readonly Checker[]
