import { composeLetter } from '@kunak/mail'
import { anApi, aPerson, fixedClock, storyTime } from '@kunak/testing'
import { expect, it } from 'vitest'
import { neutralSettings } from '../../web/platform.ts'

const own = /kunak(?!\.example)|кунак/i

/** Everything by which this site names itself on a device or in a mailbox that others may look at. */
async function tracesOf(name: string, locale: 'ru' | 'en') {
  await using house = await anApi({ ...(name !== '' && { neutralName: name }), now: fixedClock(storyTime) })
  const who = aPerson()
  const headers = { 'accept-language': locale }
  const passkey = await (await house.ask(who, 'POST', '/api/v1/passkeys/options', { headers })).json()
  const app = await (await house.ask(who, 'POST', '/api/v1/authenticator', { headers, stepUp: true })).json()
  const head = { origin: 'https://kunak.example', from: 'post@kunak.example', neutralName: name }
  const news = { kind: 'news', to: 'her@post.example', locale, stopToken: 't'.repeat(106) } as const
  const letter = await composeLetter(news, head, new Date(storyTime))
  const title = neutralSettings(name).neutralTitle
  return { passkey, uri: decodeURIComponent(app.pending.uri), letter: letter.toString(), title }
}

it('leaves the word that the operator has chosen, and not its own name, on devices and in mailboxes', async () => {
  for (const locale of ['ru', 'en'] as const) {
    const { passkey, uri, letter, title } = await tracesOf('Library', locale)
    expect([passkey.rp.name, passkey.user.name, passkey.user.displayName]).toEqual(['Library', 'Library', 'Library'])
    expect(uri).toMatch(/^otpauth:\/\/totp\/Library\?.*issuer=Library/)
    expect(letter).toMatch(/^From: Library <post@kunak\.example>/m)
    expect(title).toBe('Library')
    for (const trace of [JSON.stringify(passkey), uri]) expect(trace).not.toMatch(own)
  }
})

it('calls itself notes where nothing is chosen', async () => {
  for (const [locale, word] of [
    ['ru', 'Заметки'],
    ['en', 'Notes'],
  ] as const) {
    const { passkey, uri } = await tracesOf('', locale)
    expect([passkey.rp.name, passkey.user.name]).toEqual([word, word])
    expect(uri).toContain(`issuer=${word}`)
    for (const trace of [JSON.stringify(passkey), uri]) expect(trace).not.toMatch(own)
  }
})
