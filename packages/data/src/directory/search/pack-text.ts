import { statePhrases } from './state-phrases.ts'

// Below these a byte is the first of two that name a phrase; from `cyrillic` on it is a letter of that alphabet; `other` is followed
// by two bytes of UTF-16. JSON has no control characters, so the rest stand for themselves.
const other = 0
const phrasePages = 0x20
const cyrillic = 0x80
const alphabet = 0x400

const longestFirst = new Map<string, { readonly phrase: string; readonly index: number }[]>()
for (const [index, phrase] of statePhrases.entries()) {
  const first = phrase.charAt(0)
  const alike = longestFirst.get(first) ?? []
  longestFirst.set(
    first,
    [...alike, { phrase, index }].sort((one, two) => two.phrase.length - one.phrase.length),
  )
}
const phraseUnits = statePhrases.map((phrase) => Uint16Array.from(phrase, (letter) => letter.charCodeAt(0)))

/** JSON without white space in as few bytes as can be read again at once: what is common as phrases, Cyrillic letters in one byte. */
export function packText(json: string): Uint8Array {
  const packed = new Uint8Array(3 * json.length)
  let length = 0
  const write = (byte: number) => {
    packed[length] = byte
    length += 1
  }
  for (let at = 0; at < json.length;) {
    const found = longestFirst.get(json.charAt(at))?.find(({ phrase }) => json.startsWith(phrase, at))
    const unit = json.charCodeAt(at)
    if (found !== undefined) {
      write(1 + (found.index >>> 8))
      write(found.index & 255)
    } else if (unit >= phrasePages && unit < cyrillic) write(unit)
    else if (unit >= alphabet && unit < alphabet + cyrillic) write(cyrillic + unit - alphabet)
    else {
      write(other)
      write(unit >>> 8)
      write(unit & 255)
    }
    at += found?.phrase.length ?? 1
  }
  return packed.slice(0, length)
}

// One place for all: texts are read one after the other.
let units = new Uint16Array(2 ** 16)
let bytes = Buffer.from(units.buffer)

/** The text that was packed. */
export function unpackText(packed: Uint8Array): string {
  let letters = units
  let length = 0
  for (let at = 0; at < packed.length; at += 1) {
    if (length + longestPhrase > letters.length) letters = grow()
    const byte = packed[at] ?? 0
    if (byte >= phrasePages) letters[length++] = byte < cyrillic ? byte : byte - cyrillic + alphabet
    else if (byte === other) {
      letters[length++] = ((packed[at + 1] ?? 0) << 8) | (packed[at + 2] ?? 0)
      at += 2
    } else {
      const phrase = phraseUnits[((byte - 1) << 8) | (packed[at + 1] ?? 0)]
      at += 1
      if (phrase === undefined) throw new Error('The search file was written with other phrases.')
      for (let letter = 0; letter < phrase.length; letter += 1) letters[length++] = phrase[letter] ?? 0
    }
  }
  return bytes.toString('utf16le', 0, 2 * length)
}

const longestPhrase = Math.max(1, ...statePhrases.map(({ length }) => length))

function grow(): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(2 * units.length)
  larger.set(units)
  units = larger
  bytes = Buffer.from(larger.buffer)
  return larger
}
