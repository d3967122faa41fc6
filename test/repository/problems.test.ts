import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { fieldProblems } from '../../packages/contracts/src/field-problem.ts'
import { problems } from '../../packages/contracts/src/problem.ts'
import { root, trackedFiles } from './tracked-files.ts'

interface Said {
  readonly en: string
  readonly ru: string
}

let sources: string
beforeAll(async () => {
  const paths = (await trackedFiles()).filter((path) => /^(packages|functions|web)\/.*(?<!\.test)\.(ts|svelte)$/.test(path))
  sources = (await Promise.all(paths.map((path) => readFile(join(root, path), 'utf8')))).join('\n')
})

describe.each([
  ['problem', problems],
  ['field problem', fieldProblems],
] as [string, Record<string, Said>][])('every %s', (_, catalogue) => {
  const those = (isWrong: (said: Said, code: string) => boolean) =>
    Object.keys(catalogue).filter((code) => isWrong(catalogue[code]!, code))

  it('is a sentence in English and in Russian', () => {
    expect(those(({ en }) => !/^[A-Z][^а-яё]+[.?]$/i.test(en))).toEqual([])
    expect(those(({ ru }) => !/^[А-ЯЁ][^]*[.?]$/.test(ru))).toEqual([])
  })

  it('names its limit in both languages or in none', () => {
    expect(those(({ en, ru }) => en.includes('{n}') !== ru.includes('{n}'))).toEqual([])
  })

  it('can happen', () => {
    expect(those((_said, code) => !sources.includes(`'${code}'`))).toEqual([])
  })
})
