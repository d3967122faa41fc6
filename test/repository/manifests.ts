import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { root, trackedFiles } from './tracked-files.ts'

export const groups = ['dependencies', 'devDependencies', 'optionalDependencies'] as const

export type Manifest = {
  readonly name: string
  readonly private?: boolean
  readonly license?: string
  readonly scripts?: Record<string, string>
} & {
  readonly [Group in (typeof groups)[number]]?: Readonly<Record<string, string>>
}

/** Every package.json of the project, by its folder (`.` is the root). */
export async function readManifests(): Promise<Map<string, Manifest>> {
  const paths = (await trackedFiles()).filter((path) => path === 'package.json' || path.endsWith('/package.json'))
  return new Map(
    await Promise.all(
      paths.map(async (path) => [dirname(path), JSON.parse(await readFile(join(root, path), 'utf8')) as Manifest] as const),
    ),
  )
}

/** What the lockfile believes each package.json asks for: `folder group name specifier`. */
export async function readLockedSpecifiers(): Promise<string[]> {
  const lock = await readFile(join(root, 'pnpm-lock.yaml'), 'utf8')
  const importers = /^importers:\n([\s\S]*?)^\S/m.exec(lock)?.[1] ?? ''
  const found: string[] = []
  let [folder, group, name] = ['', '', '']
  for (const line of importers.split('\n')) {
    const [, indent = '', quoted, plain = '', value = ''] = /^( *)(?:'([^']+)'|([^':]+)): ?(.*)$/.exec(line) ?? []
    const key = quoted ?? plain
    if (indent.length === 2) folder = key
    else if (indent.length === 4) group = key
    else if (indent.length === 6) name = key
    else if (key === 'specifier') found.push(`${folder} ${group} ${name} ${value.replaceAll("'", '')}`)
  }
  return found.sort()
}
