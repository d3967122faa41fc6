import { signInMinutes } from '@kunak/contracts/identity'
import { hashOf } from '@kunak/data/identity'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { FrontContext } from './front.ts'

/** Binds a letter to the browser that asked for it: only this very host may set and send it, as with the session's. */
const name = '__Host-a'

/** Under what this browser's asking is kept, if it has asked. */
export function askingHashOf(c: FrontContext): string | null {
  const token = getCookie(c, name)
  return token === undefined ? null : hashOf(token)
}

export function giveAskingToken(c: FrontContext, token: string): void {
  setCookie(c, name, token, { path: '/', secure: true, httpOnly: true, sameSite: 'Lax', maxAge: signInMinutes * 60 })
}

export function takeAskingToken(c: FrontContext): void {
  deleteCookie(c, name, { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' })
}
