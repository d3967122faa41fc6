import { ulid } from 'ulid'
import * as z from 'zod'

// A ULID sorts by time and is long enough not to be guessed; Crockford base 32, first character 0–7 (https://github.com/ulid/spec).
const ulidPattern = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/

export const OrganisationId = z.string().regex(ulidPattern).brand<'OrganisationId'>()
export type OrganisationId = z.infer<typeof OrganisationId>

export const PersonId = z.string().regex(ulidPattern).brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>

export const ImportId = z.string().regex(ulidPattern).brand<'ImportId'>()
export type ImportId = z.infer<typeof ImportId>

/** A fresh id whose time part is `now` (milliseconds since 1970). */
export function newUlid(now: number): string {
  return ulid(now)
}
