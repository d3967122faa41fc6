import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './tracked-files.ts'

const store = join(root, 'node_modules/.pnpm')

/** The licence that each installed package states, by its name; empty where it states none. */
export async function installedLicences(): Promise<Map<string, string>> {
  const folders = (await readdir(store)).map((name) => join(store, name, 'node_modules'))
  const packages = (await Promise.all(folders.map(packagesIn))).flat()
  return new Map(await Promise.all(packages.map(licenceOf)))
}

/** The real packages of a folder; links lead to those of other folders. */
async function packagesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const real = entries.filter((entry) => entry.isDirectory() && entry.name !== '.bin')
  const scopes = real.filter(({ name }) => name.startsWith('@')).map(({ name }) => join(folder, name))
  const packages = real.filter(({ name }) => !name.startsWith('@')).map(({ name }) => join(folder, name))
  return [...packages, ...(await Promise.all(scopes.map(packagesIn))).flat()]
}

async function licenceOf(folder: string): Promise<[string, string]> {
  const manifest: Record<string, unknown> = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  return [String(manifest['name']), stated(manifest['license'] ?? manifest['licenses'])]
}

function stated(licence: unknown): string {
  if (Array.isArray(licence)) return licence.map(stated).join(' OR ')
  if (typeof licence === 'object' && licence !== null && 'type' in licence) return String(licence.type)
  return typeof licence === 'string' ? licence : ''
}
