import { createHash, randomBytes } from 'node:crypto'

// Crockford's base 32 (https://www.crockford.com/base32.html): nothing in it is taken for something else when it is written by hand.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const groups = 5
const perGroup = 5

/** A fresh recovery code of 125 bits, in five groups of five, as its owner writes it down. */
export function newRecoveryCode(): string {
  const letters = [...randomBytes(groups * perGroup)].map((byte) => alphabet[byte % alphabet.length])
  return Array.from({ length: groups }, (_, group) => letters.slice(group * perGroup, (group + 1) * perGroup).join('')).join('-')
}

/** What is kept of a recovery code, however it was typed: in small letters, without its hyphens, with O for 0. */
export function hashOfRecoveryCode(typed: string): string {
  const read = typed
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^0-9A-Z]/g, '')
  return createHash('sha256').update(read).digest('base64url')
}
