import { createHmac } from 'node:crypto'
import type { Profile } from '@kunak/contracts/directory'
import { identifierKey } from './identifiers.ts'
import { comparable } from './names-alike.ts'

/**
 * Keyed fingerprints of what names an organisation: each name, each name as its bare words in alphabetical order, and each identifier.
 * Without the key nobody can try names against the register; with it, only exact guesses are confirmed.
 */
export function doNotListFingerprints(key: string, { names, identifiers }: Pick<Profile, 'names' | 'identifiers'>): string[] {
  const texts = [
    ...Object.values(names).flatMap(spellings),
    ...identifiers.map((identifier) => `identifier ${identifierKey(identifier)}`),
  ]
  return [...new Set(texts)].map((text) => createHmac('sha256', key).update(text).digest('base64url'))
}

// A single bare word, such as "women", would refuse too many; two and more are a name whatever the order and kind of body.
function spellings(name: string): string[] {
  const { folded, words } = comparable(name)
  if (folded.length < 3) return []
  return [`name ${folded}`, ...(words.length > 1 ? [`words ${[...words].sort().join(' ')}`] : [])]
}
