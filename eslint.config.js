import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import ts from 'typescript-eslint'

const tests = ['**/*.test.ts', 'test/**/*.ts', 'packages/testing/**/*.ts']
const readsTheEnvironment = [
  'functions/environment.ts',
  'packages/testing/**/*.ts',
  '**/*.lambda.ts',
  'web/*.config.ts',
  'web/src/hooks.server.ts',
  'infra/bin/*.ts',
  'packages/local/**/*.ts',
  'test/**/*.ts',
]

const zodByName = {
  selector: "ImportDeclaration[source.value='zod'] > ImportSpecifier[imported.name='z']",
  message: "Write `import * as z from 'zod'`: the other form bundles four times as much.",
}
const doubleAssertion = {
  selector: "TSAsExpression[expression.type='TSAsExpression'][expression.typeAnnotation.type='TSUnknownKeyword']",
  message: 'Parse at the boundary instead of asserting through unknown.',
}
const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only functions/environment.ts, lambdas, hooks.server.ts, infra/bin and the local launcher read the environment.',
}
const clockAndChance = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take `now` as an argument.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Take `now` as an argument.' },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Take chance as an argument.',
  },
]
const storedRecord = {
  name: '@kunak/contracts/directory',
  importNames: ['Organisation'],
  message: 'A stored record does not leave the store: answer with its view.',
}
const loadsRecords = {
  name: '@kunak/data/directory',
  importNames: ['loadOrganisation', 'loadOrganisations'],
  message: 'Ask organisationOf() and answer with the view: only the files named in eslint.config.js load stored records.',
}
const mayLoadRecords = [
  'packages/api/src/alerts/feeds/own-feeds-of.ts',
  'packages/api/src/alerts/help/help-of-alert.ts',
  'packages/api/src/alerts/party-of.ts',
  'packages/api/src/alerts/views-of-alerts.ts',
  'packages/api/src/directory/change-organisation.ts',
  'packages/api/src/directory/circles/organisations-of-circles.ts',
  'packages/api/src/directory/get-frozen.ts',
  'packages/api/src/directory/proposals/act-upon.ts',
  'packages/api/src/directory/proposals/party-of.ts',
  'packages/api/src/directory/vouching/give-vouch.ts',
  'packages/api/src/front-door/identify-viewer.ts',
  'packages/api/src/front-door/views-of.ts',
]
const everywhere = [zodByName, doubleAssertion]

export default ts.config(
  { ignores: ['**/node_modules', '**/.svelte-kit', 'web/build', 'web/src/lib/paraglide', '**/cdk.out', '.kunak', '.cache'] },
  // A rule that does not fit is changed here, for everybody to see, not switched off in a file.
  { linterOptions: { noInlineConfig: true } },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // TypeScript knows which names exist, and keys of an index signature are written in brackets to be seen as such.
      'no-undef': 'off',
      // Text from outside is cleaned of control characters, which takes naming them.
      'no-control-regex': 'off',
      'max-lines': ['error', 250],
      'max-params': ['error', 3],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...everywhere, environment],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      eqeqeq: 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      // What was caught may be thrown again, whatever it is.
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true }],
      // A middleware returns what the next one does.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // What is taken apart only to be left out is named `_`.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' }],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      // Code points are what a string is taken apart into here.
      '@typescript-eslint/no-misused-spread': 'off',
      // A package that is read by another project's compiler brings its ambient types along by path.
      '@typescript-eslint/triple-slash-reference': ['error', { path: 'always' }],
      // A handler is asynchronous because its caller awaits it, whether or not it waits for anything itself.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['packages/{domain,data,api}/src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, environment, ...clockAndChance] },
  },
  { files: readsTheEnvironment, rules: { 'no-restricted-syntax': ['error', ...everywhere] } },
  {
    files: ['packages/api/src/**/*.ts'],
    ignores: [...tests, ...mayLoadRecords],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths: [loadsRecords] }] },
  },
  {
    files: ['packages/api/src/*/{get,find,export,show}-*.ts', 'web/**/*.ts', 'web/**/*.svelte'],
    ignores: mayLoadRecords,
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths: [loadsRecords, storedRecord] }] },
  },
  // Before a request has come all the way in, hono's context holds less than its type says.
  { files: ['packages/api/src/front-door/*.ts'], rules: { '@typescript-eslint/no-unnecessary-condition': 'off' } },
  // What a person runs at a terminal answers there.
  {
    files: ['packages/local/**/*.ts', 'infra/bin/*.ts', 'test/*.ts', 'test/bench/**/*.ts', 'web/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: tests,
    rules: {
      // A table of cases hands each column over as a parameter.
      'max-params': 'off',
      // Tests look at answers as a stranger would, before any contract has typed them.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    // Their types are svelte-check's work; a page is wiring, and what it calls is linted with types.
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      // Addresses carry the locale, which SvelteKit's resolve() does not know of.
      'svelte/no-navigation-without-resolve': 'off',
      'svelte/require-each-key': 'error',
      'svelte/no-at-html-tags': 'error',
    },
  },
  { files: ['**/*.js', '**/*.mjs'], extends: [ts.configs.disableTypeChecked] },
)
