import { hashOf } from '@kunak/data/identity'
import { answerEncoded } from '../front-door/answer-encoded.ts'
import type { FrontContext } from '../front-door/front.ts'

const minuteMs = 60_000

/**
 * Answers about alerts. What nobody in particular asks carries a tag, so that a page made of it can be sent again while nothing has
 * changed; it holds for a minute, because such pages say how much time is left.
 */
export function answerForNow(c: FrontContext, said: unknown): Response {
  if (c.var.viewer.personId !== null) return c.json(said as object)
  const text = JSON.stringify(said)
  const minute = Math.floor(c.var.dependencies.now().getTime() / minuteMs)
  return answerEncoded(c, { json: new TextEncoder().encode(text), etag: `"${hashOf(`${minute} ${text}`)}"` })
}
