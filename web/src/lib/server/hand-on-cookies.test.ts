import { describe, expect, it } from 'vitest'
import { cookiesAfter } from './hand-on-cookies.ts'

describe('the cookies of a page’s next question', () => {
  it('are those that came with the request, where nothing was set', () => {
    expect(cookiesAfter('a=1; b=2', [])).toBe('a=1; b=2')
    expect(cookiesAfter(null, [])).toBeNull()
  })

  it('carry a token that has just been given in place of the old one', () => {
    expect(cookiesAfter('__Host-s=old; b=2', ['__Host-s=new; Path=/; HttpOnly; Secure; SameSite=Lax'])).toBe('__Host-s=new; b=2')
    expect(cookiesAfter(null, ['__Host-s=new; Path=/'])).toBe('__Host-s=new')
  })

  it('lack a token that has just been taken away', () => {
    expect(cookiesAfter('__Host-s=old', ['__Host-s=; Max-Age=0; Path=/; Secure'])).toBeNull()
  })
})
