/** What a passkey writes: numbers, texts, bytes, and maps of them. */
export type Cbor = number | string | Buffer | ReadonlyMap<number | string, Cbor>

/** Canonical CBOR of what passkeys write (RFC 8949). */
export function cborOf(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  const entries = [...value]
  return Buffer.concat([head(5, entries.length), ...entries.flatMap((entry) => entry.map(cborOf))])
}

/** A major type with its argument, which is below 65,536 here. */
function head(major: number, argument: number): Buffer {
  if (argument < 24) return Buffer.from([(major << 5) | argument])
  if (argument < 256) return Buffer.from([(major << 5) | 24, argument])
  return Buffer.from([(major << 5) | 25, argument >> 8, argument & 0xff])
}
