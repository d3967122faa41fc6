import * as z from 'zod'
import { line } from '../text.ts'
import { Moment } from '../moment.ts'
import { Identifier, Names } from './organisation.ts'

/** Asking that an organisation is never listed (again). Only keyed fingerprints of the names and identifiers are kept. */
export const DoNotListRequest = z.strictObject({
  names: Names,
  acronym: line(40).default(''),
  identifiers: z.array(Identifier).max(10).default([]),
  /** A word for the register's own keeping, such as who asked; it must not name the organisation. */
  reason: line(300).default(''),
})
export type DoNotListRequest = z.infer<typeof DoNotListRequest>

export const DoNotListEntryId = z.string().regex(/^[0-9A-Z]{26}$/)

/** An entry of the register, which does not say whom it is about. */
export const DoNotListEntry = z.strictObject({
  id: DoNotListEntryId,
  createdAt: Moment,
  reason: z.string(),
  fingerprints: z.int(),
})
export type DoNotListEntry = z.infer<typeof DoNotListEntry>

export const DoNotListQuery = z.strictObject({
  after: DoNotListEntryId.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type DoNotListQuery = z.infer<typeof DoNotListQuery>

/** A page of the register, newest first; `next` is the `after` of the page that follows, null on the last one. */
export const DoNotListPage = z.strictObject({ entries: z.array(DoNotListEntry), next: z.string().nullable() })
export type DoNotListPage = z.infer<typeof DoNotListPage>
