import { createHash } from 'node:crypto'
import { OrganisationId, refuse, ok, type Result } from '@kunak/contracts'
import { facets, type OrganisationQuery } from '@kunak/contracts/directory'
import { askedWords } from '@kunak/domain/directory'
import * as z from 'zod'
import type { BadCursor } from './search.ts'
import type { Place } from './select-organisations.ts'

const layout = 1
const Cursor = z.tuple([z.literal(layout), z.string().length(8), z.int().min(0).max(200), z.string().max(120), OrganisationId])

/** What a question asks for, whatever the order and spelling of its parts; its pages share it. */
export function questionKey(query: OrganisationQuery): string {
  const words = askedWords(query.q).map(({ word }) => word)
  return JSON.stringify([words, ...facets.map((facet) => query[facet].toSorted())])
}

/** Where the next page of this question goes on: opaque, and of no use for another question. */
export function encodeCursor(query: OrganisationQuery, { score, sortKey, id }: Place): string {
  return Buffer.from(JSON.stringify([layout, fingerprint(query), score, sortKey, id])).toString('base64url')
}

/** The place that a cursor names; null when there is none. Refuses what `encodeCursor` did not make for this question. */
export function decodeCursor(query: OrganisationQuery): Result<Place | null, BadCursor> {
  if (query.cursor === undefined) return ok(null)
  const cursor = Cursor.safeParse(parseJson(Buffer.from(query.cursor, 'base64url').toString()))
  if (!cursor.success) return refuse({ code: 'bad_cursor' })
  const [, question, score, sortKey, id] = cursor.data
  return question === fingerprint(query) ? ok({ score, sortKey, id }) : refuse({ code: 'bad_cursor' })
}

function fingerprint(query: OrganisationQuery): string {
  return createHash('sha256').update(questionKey(query)).digest('base64url').slice(0, 8)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
