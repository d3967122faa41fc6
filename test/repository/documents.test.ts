import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, matchesGlob, normalize } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readManifests } from './manifests.ts'
import { root, trackedFiles } from './tracked-files.ts'

const longestReadme = 149
/** Where generated things lie, which documents may name though git does not keep them. */
const generated = ['node_modules', '.kunak', 'cdk.out', 'web/build']

interface Document {
  readonly path: string
  readonly text: string
}

let files: readonly string[]
let documents: readonly Document[]
beforeAll(async () => {
  files = await trackedFiles()
  const paths = files.filter((path) => path.endsWith('.md'))
  documents = await Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })))
})

describe('the documents', () => {
  it('that a stranger looks for are there', () => {
    const expected = ['CONTRIBUTING.md', 'LICENSE', 'README.md', 'SECURITY.md', 'docs/architecture.md', 'docs/security.md']
    expect(expected.filter((path) => !files.includes(path))).toEqual([])
  })

  it('name no path that is gone', () => {
    const gone = documents
      .flatMap(({ path, text }) => pathsIn(text).map((named) => ({ path, named })))
      .filter(({ named }) => !exists(named))
    expect(gone).toEqual([])
  })

  it('link to no page that is gone', () => {
    const links = documents.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, link = '']) => ({ path, link })),
    )
    expect(links.filter(({ path, link }) => !exists(normalize(join(dirname(path), link))))).toEqual([])
  })

  it('name no command that is gone', async () => {
    const scripts = Object.keys((await readManifests()).get('.')?.scripts ?? {})
    const commands = documents.flatMap(({ path, text }) =>
      [...text.matchAll(/\bpnpm ([a-z]+)\b/g)].map(([, command = '']) => ({ path, command })),
    )
    // pnpm runs an installed program by its name, too.
    const programs = await readdir(join(root, 'node_modules/.bin'))
    expect(commands.filter(({ command }) => ![...scripts, ...programs, 'install', 'exec'].includes(command))).toEqual([])
  })

  it('begin with a README that can be read in one sitting and says the two commands', () => {
    const readme = documents.find(({ path }) => path === 'README.md')?.text ?? ''
    expect(readme.split('\n').length).toBeLessThanOrEqual(longestReadme)
    expect(readme).toContain('npx pnpm start')
    expect(readme).toContain('npx pnpm test')
  })

  it('carry the whole text of the licence', async () => {
    const licence = await readFile(join(root, 'LICENSE'), 'utf8')
    expect(licence).toMatch(/^\s+GNU AFFERO GENERAL PUBLIC LICENSE\s+Version 3, 19 November 2007/)
    expect(licence).toContain('13. Remote Network Interaction')
    expect(licence).toContain('END OF TERMS AND CONDITIONS')
  })
})

/** Everything between backticks, or alone in a code block, that starts like a path of this project. */
function pathsIn(text: string): string[] {
  const code = [...text.matchAll(/`([^`\n]+)`/g)].map(([, inside = '']) => inside)
  const blocks = [...text.matchAll(/```[^\n]*\n([^]*?)```/g)].flatMap(([, inside = '']) => inside.split(/\s+/))
  return [...code, ...blocks]
    .map((word) => word.replace(/[:#]\d+$|[,.;]$/g, ''))
    .filter((word) => /^(?:packages|functions|web|infra|test|docs|\.ci)\/[\w@.*+<>[\]=…/-]+$/.test(word))
}

/** A file, a folder, or a pattern that meets one: `*`, `<name>` and `…` stand for anything. */
function exists(path: string): boolean {
  const plain = path.replace(/\/$/, '')
  if (generated.some((place) => plain === place || plain.startsWith(`${place}/`))) return true
  if (files.some((file) => file === plain || file.startsWith(`${plain}/`))) return true
  const pattern = plain.replaceAll(/<[^>]+>|…/g, '*').replaceAll(/[[\]]/g, '?')
  return pattern !== plain && files.some((file) => matchesGlob(file, pattern) || matchesGlob(file, `${pattern}/**`))
}
