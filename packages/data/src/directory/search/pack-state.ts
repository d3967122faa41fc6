import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Organisation } from '@kunak/contracts/directory'
import { packText, unpackText } from './pack-text.ts'

/** The state of an organisation as a search file keeps it. */
export function packState(organisation: Organisation): Uint8Array {
  return packText(JSON.stringify(organisation))
}

/**
 * The state of an organisation in a search file: parsed before it was put there, so it is not parsed again. None is kept in memory:
 * reading one takes less time than moving those that are kept about.
 */
export function stateIn(file: DatabaseSync, number: number): Organisation {
  const packed = (readers.get(file) ?? readerOf(file)).get(number)?.['0']
  if (!(packed instanceof Uint8Array)) throw new Error('The search file has no such organisation.')
  return JSON.parse(unpackText(packed)) as Organisation
}

const readers = new WeakMap<DatabaseSync, StatementSync>()

function readerOf(file: DatabaseSync): StatementSync {
  const read = file.prepare('SELECT state FROM organisations WHERE number = ?')
  // A row is an array then: half the time of an object for each.
  read.setReturnArrays(true)
  readers.set(file, read)
  return read
}
