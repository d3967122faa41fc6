import { copyFile, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root, trackedFiles } from './tracked-files.ts'

export interface Copy extends AsyncDisposable {
  readonly folder: string
  /** Writes a file of the copy, with the folders on its way. */
  readonly write: (path: string, text: string) => Promise<void>
}

/** The project once more, in a folder of its own, to be broken there. Installed packages are shared; the project's own are the copy's. */
export async function copyProject(): Promise<Copy> {
  const folder = await mkdtemp(join(tmpdir(), 'kunak-copy-'))
  const paths = await trackedFiles()
  for (const parent of new Set(paths.map(dirname))) await mkdir(join(folder, parent), { recursive: true })
  await Promise.all(paths.map((path) => copyFile(join(root, path), join(folder, path))))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  const packages = paths.filter((path) => path.endsWith('/package.json')).map(dirname)
  await Promise.all(packages.map((path) => linkPackages(folder, path)))
  return {
    folder,
    write: async (path, text) => {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  }
}

async function linkPackages(folder: string, path: string): Promise<void> {
  const installed = join(root, path, 'node_modules')
  const linked = join(folder, path, 'node_modules')
  // `$app` and whatever else is not a package is written by tools for this one folder.
  const names = (await readdir(installed).catch(() => [])).filter((name) => name === '.bin' || /^[@a-z]/.test(name))
  await mkdir(join(linked, '@kunak'), { recursive: true })
  for (const name of names) if (name !== '@kunak') await symlink(join(installed, name), join(linked, name))
  for (const own of await readdir(join(installed, '@kunak')).catch(() => [])) {
    const place = ['web', 'functions', 'infra', 'test'].includes(own) ? own : `packages/${own}`
    await symlink(join(folder, place), join(linked, '@kunak', own))
  }
}
