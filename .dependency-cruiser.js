/** What each layer may import, besides itself: the house of docs/architecture.md, as data. */
const mayImport = {
  'packages/vocabulary': [],
  'packages/contracts': ['packages/vocabulary'],
  'packages/domain': ['packages/contracts', 'packages/vocabulary'],
  'packages/data': ['packages/domain', 'packages/contracts', 'packages/vocabulary'],
  // Beside data: neither knows the other, and who sends letters brings both together.
  'packages/mail': ['packages/contracts', 'packages/vocabulary'],
  'packages/api': ['packages/data', 'packages/domain', 'packages/contracts', 'packages/vocabulary'],
  // A page asks the API by request, through the host's `platform.api`, so that the rules stand in one place.
  web: ['packages/domain', 'packages/contracts', 'packages/vocabulary'],
  functions: [
    'web',
    'packages/api',
    'packages/data',
    'packages/mail',
    'packages/domain',
    'packages/contracts',
    'packages/vocabulary',
  ],
  infra: ['functions', 'web', 'packages/data'],
}
const tests = '[.]test[.]ts$'
const slices = '(identity|directory|projects|alerts|statements)'
const homes = '(packages/[^/]+|functions|web|infra|test)'

const layers = Object.entries(mayImport).map(([layer, below]) => ({
  name: `layer-${layer.replace('packages/', '')}`,
  comment: `${layer} may import ${below.join(', ') || 'no other layer'}. Move what you need down, or pass it in.`,
  severity: 'error',
  from: { path: `^${layer}/`, pathNot: tests },
  to: { path: `^${homes}/`, pathNot: `^(${[layer, ...below].join('|')})/` },
}))

const rules = [
  {
    name: 'domain-is-pure',
    comment: 'What is true needs no file, socket, process or environment.',
    from: { path: '^packages/(vocabulary|contracts|domain)/', pathNot: tests },
    to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|assert)$' },
  },
  {
    name: 'only-data-knows-the-database',
    comment: 'Another store is another `data`; nothing else may notice.',
    from: { path: '^(packages/(vocabulary|contracts|domain|api)|web)/', pathNot: tests },
    to: { path: '(^|/node_modules/)@aws-sdk/' },
  },
  {
    name: 'slices-meet-at-their-index',
    comment: 'Import another slice by its index.ts, which says what others may use.',
    from: { path: `^packages/([^/]+)/src/${slices}/` },
    to: { path: `^packages/$1/src/${slices}/`, pathNot: [`^packages/$1/src/$2/`, `^packages/$1/src/${slices}/index[.]ts$`] },
  },
  {
    name: 'packages-meet-by-name',
    comment: 'Import another package by its name, as its package.json exports it, not by a path into it.',
    from: { path: `^${homes}/`, pathNot: '^test/' },
    to: { path: `^${homes}/`, pathNot: '^$1/', dependencyTypes: ['local'] },
  },
  {
    name: 'tests-are-not-imported',
    comment: 'What tests share lives in packages/testing.',
    from: {},
    to: { path: tests },
  },
  {
    name: 'no-circle',
    comment: 'Files that need each other are one file, or need a third.',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'deployed-code-brings-what-it-needs',
    comment: 'A development dependency is not there when deployed.',
    from: { path: '^(packages/(vocabulary|contracts|domain|data|mail|api)|functions)/', pathNot: tests },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
  },
  {
    name: 'packages-are-declared',
    comment: 'Not in the package.json of the importer, or not among what the other package exports.',
    from: {},
    to: { couldNotResolve: true, path: '^@kunak/' },
  },
].map((rule) => ({ severity: 'error', ...rule }))

export default {
  forbidden: [...layers, ...rules],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)([.]svelte-kit|cdk[.]out|paraglide)/|^web/build/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.svelte', '.json'],
    },
  },
}
