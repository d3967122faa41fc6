import type { Letter } from '@kunak/contracts/identity'
import { describe, expect, it } from 'vitest'
import { composeLetter } from './compose-letter.ts'

const letterhead = { origin: 'https://kunak.example', from: 'post@kunak.example', neutralName: '' }
const now = new Date('2026-11-22T09:00:00Z')
const compose = async (letter: Letter, said = {}) =>
  (await composeLetter(letter, { ...letterhead, ...said }, now)).toString('utf8')
const link = 'https://kunak.example/ru/sign-in/letter?token=abc'
const signIn = (locale: 'ru' | 'en'): Letter => ({ kind: 'sign_in', to: 'she@post.example', locale, link, code: '01234567' })
const news = (locale: 'ru' | 'en', stopToken = 't'.repeat(106)): Letter => ({
  kind: 'news',
  to: 'she@post.example',
  locale,
  stopToken,
})

/** The text of a letter without its transfer encoding. */
function decoded(raw: string): string {
  const bytes = raw
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n')
}
const header = (raw: string, name: string) => new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, 'm').exec(raw)?.[1]

describe('a letter to sign in', () => {
  it('says how, and how long, in plain text and in the same words in HTML', async () => {
    const text = decoded(await compose(signIn('ru')))
    for (const said of [
      link,
      '0123 4567',
      'десять минут',
      `<a href="${link}">Войти</a>`,
      'Content-Type: text/plain; charset=utf-8',
    ])
      expect(text).toContain(said)
    expect(decoded(await compose(signIn('en')))).toContain('ten minutes')
  })

  it('is no mailing that could be ended', async () => {
    const raw = await compose(signIn('ru'))
    expect(header(raw, 'List-Unsubscribe')).toBeUndefined()
    expect(header(raw, 'Auto-Submitted')).toBe('auto-generated')
  })

  it('begins without the code, which a locked phone would show', async () => {
    const [, body = ''] = decoded(await compose(signIn('en'))).split('quoted-printable\n\n')
    expect(body.slice(0, 120)).not.toMatch(/\d{4}/)
  })
})

describe('news', () => {
  it('can be ended by one step of a program of mail (RFC 8058), and by a page', async () => {
    const raw = await compose(news('en'))
    expect(header(raw, 'List-Unsubscribe')).toBe(`<https://kunak.example/api/v1/stop-letters/${'t'.repeat(106)}>`)
    expect(header(raw, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
    expect(header(raw, 'Auto-Submitted')).toBe('auto-generated')
    expect(decoded(raw)).toContain(`https://kunak.example/en/stop-letters?token=${'t'.repeat(106)}`)
  })

  it('lead to the door of the site and nowhere else, and load nothing', async () => {
    for (const locale of ['ru', 'en'] as const) {
      const text = decoded(await compose(news(locale)))
      const places = [...text.matchAll(/https?:\/\/[^\s"<>]+/g)].map(([address]) => address.replace(/t{106}/, '…'))
      expect(new Set(places)).toEqual(
        new Set([
          `https://kunak.example/${locale}/sign-in`,
          `https://kunak.example/${locale}/stop-letters?token=…`,
          'https://kunak.example/api/v1/stop-letters/…',
        ]),
      )
      expect(text).not.toMatch(/<(img|link|style|script|iframe|object|video|audio)\b|url\(|src=/i)
    }
  })
})

describe('every letter', () => {
  const letters = [signIn('ru'), signIn('en'), news('ru'), news('en')]

  it('comes from a neutral name and says a neutral subject, and a deployment may choose the name', async () => {
    for (const letter of letters) {
      const usual = letter.locale === 'ru' ? '=?UTF-8?' : 'Notes'
      const raw = await compose(letter)
      expect(header(raw, 'From')).toContain(usual)
      expect(decoded(raw).replaceAll(/kunak\.example/g, '')).not.toMatch(/kunak|кунак/i)
      const chosen = await compose(letter, { neutralName: 'Library' })
      expect([header(chosen, 'From'), header(chosen, 'Subject')]).toEqual([
        'Library <post@kunak.example>',
        expect.stringMatching(/^Library: |^=\?UTF-8\?/),
      ])
      expect(decoded(chosen)).toContain('<title>Library</title>')
    }
  })

  it('has an id of chance under the site’s domain', async () => {
    const ids = await Promise.all(letters.map(async (letter) => header(await compose(letter), 'Message-ID')))
    for (const id of ids) expect(id).toMatch(/^<[0-9a-f]{32}@kunak\.example>$/)
    expect(new Set(ids).size).toBe(letters.length)
  })

  it('takes no header from an address, and no file', async () => {
    const raw = await compose({
      kind: 'sign_in',
      to: 'she@post.example\r\nBcc: evil@post.example',
      locale: 'en',
      link: 'file:///etc/passwd',
      code: '',
    })
    expect(header(raw, 'Bcc')).toBeUndefined()
    expect(raw).not.toContain('root:')
  })

  it('weighs less than five kilobytes', async () => {
    for (const letter of letters) expect((await compose(letter)).length).toBeLessThan(5000)
  })
})
