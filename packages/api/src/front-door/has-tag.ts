import type { FrontContext } from './front.ts'

/** Whether the reader says that she has what carries this entity tag; who compresses on the way makes a tag weak (RFC 9110, §8.8.3.2). */
export function hasTag(c: FrontContext, etag: string): boolean {
  return (c.req.header('if-none-match') ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}
