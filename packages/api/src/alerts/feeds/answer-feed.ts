import { hashOf } from '@kunak/data/identity'
import type { FrontContext } from '../../front-door/front.ts'
import { hasTag } from '../../front-door/has-tag.ts'

const mediaTypes = {
  atom: 'application/atom+xml; charset=utf-8',
  cap: 'application/cap+xml; charset=utf-8',
  calendar: 'text/calendar; charset=utf-8',
} as const

interface Said {
  readonly type: keyof typeof mediaTypes
  readonly body: string
  /** When what it says last changed; null where nobody may keep it. */
  readonly changedAt: string | null
}

/**
 * Sends a feed, or nothing at all (304) to a reader who has exactly these bytes. `Last-Modified` is only told: whoever asks by it gets the
 * feed, since an alert that was hidden a moment ago leaves no later moment behind.
 */
export function answerFeed(c: FrontContext, { type, body, changedAt }: Said): Response {
  const etag = `"${hashOf(body)}"`
  c.header('etag', etag)
  if (changedAt === null) c.header('cache-control', 'no-store')
  else c.header('last-modified', new Date(changedAt).toUTCString())
  if (hasTag(c, etag)) return c.body(null, 304)
  return c.body(body, 200, { 'content-type': mediaTypes[type] })
}
