import { readFile } from 'node:fs/promises'
import { ok, refuse, type Result } from '@kunak/contracts'

/** Reads a file that should be JSON; refuses with a sentence that says why it could not be, and begins with what the file is `called`. */
export async function readJson(path: string, called: string = path): Promise<Result<unknown, string>> {
  try {
    return ok(JSON.parse(await readFile(path, 'utf8')))
  } catch (fault) {
    return refuse(`${called} could not be read: ${fault instanceof Error ? fault.message : 'it is no JSON'}.`)
  }
}
