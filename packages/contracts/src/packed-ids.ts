import { ulidToUUID, uuidToULID } from 'ulid'

const idBytes = 16

/** Ids (ULIDs) in sixteen bytes each, where many are kept in one item. */
export function packIds(ids: readonly string[]): Uint8Array {
  return Uint8Array.from(ids.flatMap((id) => bytesOfHex(ulidToUUID(id).replaceAll('-', ''))))
}

/** The ids that `packIds` packed. */
export function unpackIds(bytes: Uint8Array): string[] {
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const each = hex.match(new RegExp(`.{${idBytes * 2}}`, 'g')) ?? []
  return each.map((one) => uuidToULID(one.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')))
}

const bytesOfHex = (hex: string) => (hex.match(/../g) ?? []).map((two) => Number.parseInt(two, 16))
