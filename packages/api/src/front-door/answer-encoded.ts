import type { EncodedAnswer } from '@kunak/data/directory'
import type { FrontContext } from './front.ts'
import { hasTag } from './has-tag.ts'

/** Sends bytes that were encoded before, or nothing at all (304) to a reader who has them. */
export function answerEncoded(c: FrontContext, { json, etag }: EncodedAnswer): Response {
  if (hasTag(c, etag)) return c.body(null, 304, { etag })
  return c.body(json, 200, { 'content-type': 'application/json; charset=utf-8', etag })
}
