import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../run-command.ts'
import { installedLicences } from './installed-licences.ts'
import { groups, type Manifest, readLockedSpecifiers, readManifests } from './manifests.ts'
import { root } from './tracked-files.ts'

/** Licences that let us pass the whole on under AGPL-3.0, by their SPDX names or as packages spell them. */
const allowed = [
  '0BSD',
  'AFL-2.1',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MIT/X11',
  'MPL-2.0',
  'Unlicense',
]
/** Packages whose package.json states none; both are MIT by the repositories that publish them, and serve the build alone. */
const statedElsewhere = ['@inlang/plugin-message-format', '@lix-js/sdk-linux-x64']
const mostRuntimePackages = 12

let manifests: Map<string, Manifest>
beforeAll(async () => {
  manifests = await readManifests()
})

function* wanted() {
  for (const [folder, manifest] of manifests)
    for (const group of groups)
      for (const [name, specifier] of Object.entries(manifest[group] ?? {})) yield { folder, group, name, specifier }
}

describe('packages', () => {
  it('are asked for by one exact version each', () => {
    const exact = /^(workspace:\*|(npm:(@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?)$/
    expect([...wanted()].filter(({ specifier }) => !exact.test(specifier))).toEqual([])
  })

  it('are the same version wherever they are asked for', () => {
    const versions = new Map<string, Set<string>>()
    for (const { name, specifier } of wanted()) versions.set(name, (versions.get(name) ?? new Set()).add(specifier))
    expect([...versions].filter(([, specifiers]) => specifiers.size > 1).map(([name]) => name)).toEqual([])
  })

  it('stand in the lockfile exactly as they are asked for', async () => {
    const asked = [...wanted()].map(({ folder, group, name, specifier }) => `${folder} ${group} ${name} ${specifier}`)
    expect(await readLockedSpecifiers()).toEqual(asked.sort())
  })

  it('come from the registry that is configured, not from an address in the lockfile', async () => {
    expect(await readFile(join(root, 'pnpm-lock.yaml'), 'utf8')).not.toMatch(/https?:\/\/|git\+|tarball:/)
  })

  it('run build scripts only where they are named, and only two are', async () => {
    const settings = await readFile(join(root, 'pnpm-workspace.yaml'), 'utf8')
    const builds = /^allowBuilds:\n((?:[ #].*\n)*)/m.exec(settings)?.[1] ?? ''
    expect([...builds.matchAll(/^ +(\S+): true$/gm)].map(([, name]) => name)).toEqual(['esbuild', 'node'])
    expect(settings).not.toMatch(/dangerouslyAllowAllBuilds|onlyBuiltDependencies/)
  })

  it('are licensed so that they may be passed on', async () => {
    const refused = [...(await installedLicences())].filter(([name, licence]) => {
      if (licence === '') return !statedElsewhere.includes(name)
      const choices = licence.replaceAll(/[()]/g, '').split(/ OR /i)
      return !choices.some((choice) => allowed.includes(choice.replace(/ WITH .*$/, '').trim()))
    })
    expect(refused).toEqual([])
  })

  it('of this project are private and carry its licence', () => {
    const wrong = [...manifests].filter(
      ([, { license, private: isPrivate }]) => license !== 'AGPL-3.0-only' || isPrivate !== true,
    )
    expect(wrong.map(([folder]) => folder)).toEqual([])
  })
})

describe('a deployed function', () => {
  interface Cruised {
    readonly modules: readonly { readonly source: string; readonly dependencies: readonly Dependency[] }[]
  }
  interface Dependency {
    readonly resolved: string
    readonly dependencyTypes: readonly string[]
  }
  const imports = new Map<string, readonly Dependency[]>()

  beforeAll(async () => {
    const { output } = await runCommand('depcruise --output-type json functions', root)
    for (const { source, dependencies } of (JSON.parse(output) as Cruised).modules) imports.set(source, dependencies)
  })

  /** Names of the foreign packages whose code our own code, reached from here, runs: lists of names in JSON run nothing. */
  function runtimePackages(source: string, seen = new Set<string>()): Set<string> {
    const found = new Set<string>()
    if (seen.has(source)) return found
    seen.add(source)
    for (const { resolved, dependencyTypes } of imports.get(source) ?? []) {
      if (dependencyTypes.includes('type-only') || dependencyTypes.includes('core') || resolved.endsWith('.json')) continue
      const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(resolved)?.[1]
      if (name !== undefined) found.add(name)
      else for (const further of runtimePackages(resolved, seen)) found.add(further)
    }
    return found
  }

  it('has a name that the following tests find', async () => {
    const lambdas = (await readdir(join(root, 'functions'))).filter((name) => name.endsWith('.lambda.ts'))
    expect(lambdas.map((name) => `functions/${name}`).filter((source) => !imports.has(source))).toEqual([])
    expect(lambdas).not.toEqual([])
  })

  it(`imports at most ${mostRuntimePackages} packages of others directly`, () => {
    const lambdas = [...imports.keys()].filter((source) => /^functions\/[^/]+\.lambda\.ts$/.test(source))
    const tooMany = lambdas
      .map((source) => [source, [...runtimePackages(source)]] as const)
      .filter(([, names]) => names.length > mostRuntimePackages)
    expect(tooMany).toEqual([])
  })
})
