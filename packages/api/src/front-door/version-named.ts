import type { FrontContext } from './front.ts'

/** The version that `If-Match` names, such as `"3"`: what she was looking at when she changed it. Null where it names none. */
export function versionNamed(c: FrontContext): number | null {
  const version = /^"(\d{1,9})"$/.exec(c.req.header('if-match') ?? '')?.[1]
  return version === undefined ? null : Number(version)
}
