import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { root, trackedFiles } from './tracked-files.ts'

const mostLines = 250
const mostBytes = 100 * 1024
/** Written by tools and kept all the same: what is installed, and the API's reference, so that a change of it is seen. */
const written = ['pnpm-lock.yaml', 'packages/api/src/reference/openapi.json']
/** Words that promise what is not there, or that belong to somebody's desk. This list is where they may stand. */
const unwanted = [
  /\bTODO\b|\bFIXME\b|\bXXX\b|\bHACK\b/,
  /coming soon|lorem ipsum|not (?:yet )?implemented|скоро появится/i,
  /eslint-disable|@ts-ignore|@ts-nocheck|@ts-expect-error|prettier-ignore|svelte-ignore/,
  /\bas unknown as\b|\bas any\b/,
  /(?:describe|\bit|\btest)\.(?:only|skip|todo)\b/,
]
const elsewhere = [
  /(?:^|[\s'"`(=])\/(?:work|root|home|Users)\/[\w.-]/,
  /\bC:\\Users\b/,
  /registry\.npmjs\.org|registry\.npmmirror|\bnexus\b|artifactory/i,
]
const vagueNames = /^(?:utils?|helpers?|services?|managers?|types|common|misc)(?:\.|$)/
const speaksOfWords = [
  'test/repository/sources.test.ts',
  'test/repository/faults.ts',
  'test/repository/checkers-bite.test.ts',
  'test/repository/counting.test.ts',
  'eslint.config.js',
]

interface Source {
  readonly path: string
  readonly text: string
}

let files: readonly string[]
let texts: readonly Source[]
beforeAll(async () => {
  files = await trackedFiles()
  const readable = files.filter((path) => !/\.(png|ico|jpg)$/.test(path) && !['pnpm-lock.yaml', 'LICENSE'].includes(path))
  texts = await Promise.all(readable.map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })))
})

const linesWith = (pattern: RegExp, exceptions: readonly string[] = []) =>
  texts
    .filter(({ path }) => !exceptions.includes(path))
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1} ${line.trim().slice(0, 80)}`] : [])),
    )

describe('the sources', () => {
  it(`are files of at most ${mostLines} lines`, () => {
    const long = texts.filter(({ path, text }) => /\.(ts|js|svelte|css)$/.test(path) && text.split('\n').length - 1 > mostLines)
    expect(long.map(({ path }) => path)).toEqual([])
  })

  it('are named in kebab-case, by what they do', () => {
    const named = files.filter((path) => /\.(ts|js|svelte|css)$/.test(path)).map((path) => ({ path, name: basename(path) }))
    expect(named.filter(({ name }) => !/^[.+]?[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(name)).map(({ path }) => path)).toEqual([])
    expect(files.filter((path) => path.split('/').some((part) => vagueNames.test(part)))).toEqual([])
  })

  it.each(unwanted.map((pattern) => [pattern.source, pattern] as const))('do not say %s', (_, pattern) => {
    expect(linesWith(pattern, speaksOfWords)).toEqual([])
  })

  it("name no place on anybody's machine and no registry", () => {
    expect(elsewhere.flatMap((pattern) => linesWith(pattern, speaksOfWords))).toEqual([])
    // A function in AWS may write there and nowhere else; on a machine, the system says where.
    expect(linesWith(/(?:^|[\s'"`(=])\/tmp\b/, speaksOfWords).filter((line) => !/^(infra|functions)\//.test(line))).toEqual([])
  })

  it('hold nothing that a tool has written', async () => {
    const sizes = await Promise.all(files.map(async (path) => ({ path, bytes: (await stat(join(root, path))).size })))
    expect(
      sizes.filter(({ path, bytes }) => bytes > (path.endsWith('.png') ? 2 : 1) * mostBytes && !written.includes(path)),
    ).toEqual([])
    expect(
      files.filter((path) =>
        /(^|\/)(node_modules|cdk\.out|\.svelte-kit|build|dist|coverage|paraglide)\/|\.(db|sqlite|log|tsbuildinfo)$/.test(path),
      ),
    ).toEqual([])
  })

  it('end their lines as everybody does', () => {
    expect(
      texts.filter(({ text }) => text.includes('\r\n') || (text !== '' && !text.endsWith('\n'))).map(({ path }) => path),
    ).toEqual([])
  })
})
