import * as z from 'zod'
import { line } from '../text.ts'
import { Identifier, Moment, Names } from './organisation.ts'

/** Asking that an organisation is never listed (again). Only keyed fingerprints of the names and identifiers are kept. */
export const DoNotListRequest = z.strictObject({
  names: Names,
  identifiers: z.array(Identifier).max(10).default([]),
  reason: line(300).default(''),
})
export type DoNotListRequest = z.infer<typeof DoNotListRequest>

/** An entry of the register, which does not say whom it is about. */
export const DoNotListEntry = z.strictObject({
  id: z.string(),
  createdAt: Moment,
  reason: z.string(),
  fingerprints: z.int(),
})
export type DoNotListEntry = z.infer<typeof DoNotListEntry>
