import { getCookie, setCookie, deleteCookie } from 'hono/cookie'
import type { FrontContext } from './front.ts'

/**
 * The token of a session goes by a cookie that only this very host may set and send (`__Host-`: Secure, Path=/, no Domain). Its name
 * says nothing, because it stays on a device that others may look at.
 */
const name = '__Host-s'

export function sessionTokenOf(c: FrontContext): string | undefined {
  return getCookie(c, name)
}

/** Hands a session's token to the browser, which forgets it when it is closed. */
export function giveSessionToken(c: FrontContext, token: string): void {
  setCookie(c, name, token, { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' })
}

export function takeSessionToken(c: FrontContext): void {
  deleteCookie(c, name, { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' })
}
