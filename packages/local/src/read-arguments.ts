import { parseArgs, type ParseArgsConfig } from 'node:util'
import { ok, refuse, type Result } from '@kunak/contracts'

/** Reads the arguments of a command; refuses with a sentence about what is wrong with them. */
export function readArguments<Said extends ParseArgsConfig>(said: Said): Result<ReturnType<typeof parseArgs<Said>>, string> {
  try {
    return ok(parseArgs(said))
  } catch (fault) {
    return refuse(fault instanceof Error ? fault.message : 'Unknown option.')
  }
}
