import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleFunction } from '@kunak/infra/bundle-function'
import { developmentIdentityCookie, developmentIdentityHeader } from '@kunak/local/development-identity'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const deployed = '{packages/{vocabulary,contracts,domain,data,mail,api}/src,functions,web,infra}/**/*.{ts,svelte}'
const isMade = (name: string) => ['node_modules', '.svelte-kit', 'build', 'paraglide'].includes(name)

describe('an identity without proof', () => {
  it('is known to nothing that is deployed: no source of it imports the local cloud or the tests’ tools', () => {
    const sources = globSync(deployed, { cwd: root, exclude: isMade })
    const strays = sources
      .filter((file) => !file.endsWith('.test.ts'))
      .filter((file) => /['"]@kunak\/(local|testing)/.test(readFileSync(join(root, file), 'utf8')))
    expect(sources.length).toBeGreaterThan(100)
    expect(strays).toEqual([])
  })

  it.each(globSync('functions/*.lambda.ts', { cwd: root }))('is not in the bundle of %s, by header or by cookie', (file) => {
    const bundle = readFileSync(join(bundleFunction(join(root, file)), 'index.mjs'), 'utf8')
    expect(bundle).toContain('ORGANISATION#')
    expect([developmentIdentityHeader, developmentIdentityCookie].filter((name) => bundle.includes(name))).toEqual([])
  })
})
