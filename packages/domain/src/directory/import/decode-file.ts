import { ok, refuse, type Result } from '@kunak/contracts'
import type { FileEncoding, FileProblem } from '@kunak/contracts/directory'

const binaryBeginnings = [
  [0x50, 0x4b, 0x03, 0x04], // xlsx, ods and every other zip
  [0xd0, 0xcf, 0x11, 0xe0], // xls
  [0x25, 0x50, 0x44, 0x46], // pdf
]

/**
 * The text of a file: UTF-8 or, by its byte order mark, UTF-16; another encoding only where it is declared, because guessing between
 * one-byte encodings makes wrong names that look right. Refuses what is no text in that encoding, naming its first bad line.
 */
export function decodeFile(
  bytes: Uint8Array,
  limits: { readonly maxMegabytes: number; readonly encoding?: FileEncoding | undefined },
): Result<string, FileProblem> {
  if (bytes.length === 0) return refuse({ code: 'empty_file', values: {} })
  if (bytes.length > limits.maxMegabytes * 1_000_000)
    return refuse({ code: 'too_many_bytes', values: { n: limits.maxMegabytes } })
  const encoding = encodingByMark(bytes) ?? limits.encoding ?? 'utf-8'
  const isWide = encoding.startsWith('utf-16')
  if (binaryBeginnings.some((beginning) => beginning.every((byte, at) => bytes[at] === byte)) || (!isWide && bytes.includes(0)))
    return refuse({ code: 'is_spreadsheet', values: {} })
  const text = decoded(bytes, encoding)
  if (text === null) {
    const line = firstBadLine(bytes, encoding)
    return refuse(
      encoding === 'utf-8' ? { code: 'not_utf8', values: { line } } : { code: 'not_in_encoding', values: { line, encoding } },
    )
  }
  return text.trim() === '' ? refuse({ code: 'empty_file', values: {} }) : ok(text)
}

function encodingByMark([first, second, third]: Uint8Array): FileEncoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

function decoded(bytes: Uint8Array, encoding: FileEncoding): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    // windows-1251 leaves one byte without a letter, and the decoder maps it to a control character.
    return encoding === 'windows-1251' && text.includes('\u0098') ? null : text
  } catch {
    return null
  }
}

function firstBadLine(bytes: Uint8Array, encoding: FileEncoding): number {
  if (encoding.startsWith('utf-16')) return 1
  let line = 1
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start)
    const stop = end < 0 ? bytes.length : end
    if (decoded(bytes.subarray(start, stop), encoding) === null) return line
    start = stop + 1
  }
  return line
}
