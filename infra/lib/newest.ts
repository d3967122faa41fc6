import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** When something in a file or folder was last changed (milliseconds since 1970), leaving out entries by name. */
export function newest(path: string, leftOut: readonly string[]): number {
  const entry = statSync(path)
  if (!entry.isDirectory()) return entry.mtimeMs
  const inside = readdirSync(path).filter((name) => !leftOut.includes(name))
  return Math.max(0, ...inside.map((name) => newest(join(path, name), leftOut)))
}
