import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Checker, type CheckerName, checkers, preparations } from '../checkers.ts'
import { type Finished, runCommand } from '../run-command.ts'
import { type Copy, copyProject } from './copy-project.ts'
import { faults } from './faults.ts'
import { root } from './tracked-files.ts'

const { default: boundaries } = (await import(join(root, '.dependency-cruiser.js'))) as {
  default: { forbidden: { name: string }[] }
}

/** The slow ones look at the faults alone; the others look at the whole copy. */
const only: Partial<Record<CheckerName, string>> = {
  lint: 'packages/domain/src/faults/bad-manners.ts packages/api/src/directory/get-faults.ts',
  'lint pages': 'web/src/lib/ui/broken.svelte',
  format: 'packages/domain/src/faults/badly-formatted.ts',
  'unit tests': 'packages/domain/src/faults',
}

let copy: Copy
const finished = new Map<CheckerName, Finished>()

beforeAll(async () => {
  copy = await copyProject()
  for (const [path, text] of Object.entries(faults)) await copy.write(path, text)
  await forgetAMessage()
  await wantAPackageForNothing()
  for (const { command, folder } of preparations) await runCommand(command, join(copy.folder, folder))
  const waiting = [...checkers]
  const takeTurns = async () => {
    for (let checker = waiting.shift(); checker; checker = waiting.shift()) await check(checker)
  }
  await Promise.all([takeTurns(), takeTurns()])
}, 120_000)

afterAll(() => copy[Symbol.asyncDispose]())

async function check({ name, folder, command, targets = '' }: Checker & { readonly name: CheckerName }): Promise<void> {
  finished.set(name, await runCommand(`${command} ${only[name] ?? targets}`.trim(), join(copy.folder, folder)))
}

async function forgetAMessage(): Promise<void> {
  const messages: Record<string, unknown> = JSON.parse(await readFile(join(copy.folder, 'web/messages/en.json'), 'utf8'))
  delete messages['app_name']
  await copy.write('web/messages/en.json', JSON.stringify(messages))
}

async function wantAPackageForNothing(): Promise<void> {
  const manifest = JSON.parse(await readFile(join(copy.folder, 'packages/domain/package.json'), 'utf8'))
  manifest.dependencies['left-pad'] = '1.3.0'
  await copy.write('packages/domain/package.json', JSON.stringify(manifest))
}

/** What a checker printed about a broken project; it must have failed. */
function complaintOf(name: CheckerName): string {
  const { passed, output } = finished.get(name) ?? { passed: true, output: '' }
  expect(passed, `${name} found nothing wrong`).toBe(false)
  return output
}

describe('a broken project', () => {
  it('fails the format check by the file that is badly formatted', () => {
    expect(complaintOf('format')).toContain('badly-formatted.ts')
  })

  it('fails the type check by file and line', () => {
    expect(complaintOf('types')).toContain('packages/domain/src/faults/wrong-type.ts(1,14): error TS2322')
  })

  it.each([
    ['no-restricted-syntax', 3],
    ['no-warning-comments', 1],
    ['no-console', 1],
    ['max-params', 1],
    ['@typescript-eslint/no-explicit-any', 1],
    ['@typescript-eslint/no-floating-promises', 1],
    ['@typescript-eslint/no-unsafe-member-access', 1],
    ['@typescript-eslint/no-restricted-imports', 2],
  ])('fails the lint by %s, whatever its comments would switch off', (rule, times) => {
    expect(complaintOf('lint').split(rule).length - 1).toBeGreaterThanOrEqual(times)
  })

  it.each(['svelte/require-each-key', 'svelte/no-at-html-tags'])('fails the lint of its pages by %s', (rule) => {
    expect(complaintOf('lint pages')).toContain(rule)
  })

  it('fails the pages for a wrong type and for a picture without words', () => {
    const complaint = complaintOf('pages')
    expect(complaint).toContain("Type 'string' is not assignable to type 'number'")
    expect(complaint).toContain('a11y_missing_attribute')
  })

  it.each(boundaries.forbidden.map(({ name }) => name))('fails the boundaries by the rule %s', (name) => {
    expect(complaintOf('boundaries')).toContain(`error ${name}: `)
  })

  it('fails for a dead file, a dead export and a package that nothing uses', () => {
    const complaint = complaintOf('dead code')
    expect(complaint).toContain('packages/domain/src/faults/dead.ts')
    expect(complaint).toContain('left-pad')
  })

  it('fails for a message that one language lacks', () => {
    expect(complaintOf('messages')).toContain('app_name')
  })

  it('fails for a test that fails and for a test that asserts nothing', () => {
    const complaint = complaintOf('unit tests')
    expect(complaint).toContain('fails')
    expect(complaint).toContain('asserts nothing')
    expect(complaint).toMatch(/Tests\s+2 failed/)
  })
})
