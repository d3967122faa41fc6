export interface Checker {
  readonly name: string
  /** Where it runs, from the root of the project. */
  readonly folder: string
  /** A program of the project's own and its arguments, parted by spaces. */
  readonly command: string
  /** What it looks at, where that can be narrowed. */
  readonly targets?: string
}

/** What must be generated before anything that reads the web's types can run. */
export const preparations: readonly Checker[] = [
  {
    name: 'messages compiled',
    folder: 'web',
    command: 'paraglide-js compile --silent --no-emit-readme --strategy baseLocale --outdir ./src/lib/paraglide',
  },
  { name: 'routes known', folder: 'web', command: 'svelte-kit sync' },
]

/** Everything that `pnpm check` looks at, the slowest first. `test/repository` feeds each of them a fault. */
export const checkers = [
  { name: 'lint', folder: '.', command: 'eslint --ignore-pattern web/', targets: '.' },
  { name: 'lint pages', folder: '.', command: 'eslint', targets: 'web' },
  { name: 'pages', folder: 'web', command: 'svelte-check --fail-on-warnings --tsconfig ./tsconfig.json' },
  { name: 'unit tests', folder: '.', command: 'vitest run --project unit' },
  { name: 'types', folder: '.', command: 'tsc -p . --pretty false' },
  {
    name: 'format',
    folder: '.',
    command: 'prettier --check --log-level warn --cache --cache-location .cache/prettier',
    targets: '.',
  },
  { name: 'dead code', folder: '.', command: 'knip --no-progress' },
  { name: 'boundaries', folder: '.', command: 'depcruise --output-type err-long packages functions web infra test' },
  { name: 'messages', folder: '.', command: 'node web/check-messages.ts' },
] as const satisfies readonly Checker[]

export type CheckerName = (typeof checkers)[number]['name']
