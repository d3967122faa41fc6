import type { Problem } from '@kunak/contracts'
import {
  aBrowser,
  anApi,
  aPerson,
  type FixedClock,
  fixedClock,
  letterFor,
  mailOf,
  proveMail,
  signInAs,
  type TestApi,
} from '@kunak/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const clock: FixedClock = fixedClock('2026-11-22T09:00:00Z')
let house: TestApi
beforeAll(async () => void (house = await anApi({ now: clock })))
afterAll(() => house[Symbol.asyncDispose]())

/** Somebody with an account and a second factor, and a browser in which she has asked for a letter. */
async function asking() {
  const who = aPerson()
  await signInAs(house.dependencies, clock(), who)
  const browser = aBrowser(house)
  // Each from another network, so that nobody's letters are used up.
  const asked = await browser.ask('POST', '/sign-in', { mail: mailOf(who), locale: 'ru' })
  expect(asked.status).toBe(202)
  return { who, browser, letter: letterFor(house, browser) }
}
const minutes = (count: number) => clock.moveTo(new Date(clock().getTime() + count * 60_000).toISOString())
async function words(response: Response): Promise<string> {
  const { requestId: _, ...said }: Problem = await response.json()
  return `${response.status} ${JSON.stringify(said)}`
}

describe('a letter to sign in with', () => {
  it('proves the mail by its link or by its code, which may be typed in groups', async () => {
    for (const proof of ['link', 'code'] as const) {
      minutes(10)
      const { browser, letter } = await asking()
      const json = proof === 'link' ? { token: letter.token } : { code: ` ${letter.code.slice(0, 4)} ${letter.code.slice(4)}` }
      const answer = await browser.ask('POST', '/sign-in/confirmation', json)
      expect([answer.status, await answer.json()]).toEqual([200, { next: 'second_factor' }])
    }
  })

  it('is not used by a scanner that follows its link, by HEAD or by fifty GETs', async () => {
    minutes(10)
    const { browser, letter } = await asking()
    const scanner = aBrowser(house)
    for (let count = 0; count < 50; count += 1) {
      for (const one of [scanner, browser]) {
        await one.ask(count === 0 ? 'HEAD' : 'GET', `/sign-in/confirmation?token=${letter.token}`)
        await one.ask('GET', '/sign-in')
      }
    }
    expect((await browser.ask('POST', '/sign-in/confirmation', { token: letter.token })).status).toBe(200)
  })

  it('gives one result, however many send it at once', async () => {
    minutes(10)
    const { browser, letter } = await asking()
    const held = [...browser.cookies]
    const sent = Array.from({ length: 100 }, () =>
      aBrowser(house, new Map(held)).ask('POST', '/sign-in/confirmation', { token: letter.token }),
    )
    const statuses = (await Promise.all(sent)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(statuses.filter((status) => status === 401 || status === 429)).toHaveLength(99)
  })

  it('is refused in the same words when it is wrong, used, too old, another’s or no such thing', async () => {
    minutes(10)
    const said = new Set<string>()
    const hear = async (answer: Promise<Response>) => said.add(await words(await answer))
    const { browser, letter } = await asking()
    const elsewhere = aBrowser(house)
    await hear(elsewhere.ask('POST', '/sign-in/confirmation', { token: letter.token }))
    await hear(elsewhere.ask('POST', '/sign-in/confirmation', { code: letter.code }))
    const other = await asking()
    await hear(browser.ask('POST', '/sign-in/confirmation', { token: other.letter.token }))
    await hear(browser.ask('POST', '/sign-in/confirmation', { token: 'x' }))
    await hear(browser.ask('POST', '/sign-in/confirmation', { code: 'not a code' }))
    const used = new Map(browser.cookies)
    expect((await browser.ask('POST', '/sign-in/confirmation', { code: letter.code })).status).toBe(200)
    await hear(aBrowser(house, used).ask('POST', '/sign-in/confirmation', { code: letter.code }))
    minutes(10)
    await hear(other.browser.ask('POST', '/sign-in/confirmation', { token: other.letter.token }))
    expect([...said]).toHaveLength(1)
    expect([...said][0]).toMatch(/^401 .*proof_refused/)
  })

  it('works for ten minutes and not a moment longer', async () => {
    minutes(10)
    const [one, other] = [await asking(), await asking()]
    clock.moveTo(new Date(clock().getTime() + 10 * 60_000 - 1).toISOString())
    expect((await one.browser.ask('POST', '/sign-in/confirmation', { token: one.letter.token })).status).toBe(200)
    clock.moveTo(new Date(clock().getTime() + 1).toISOString())
    expect((await other.browser.ask('POST', '/sign-in/confirmation', { token: other.letter.token })).status).toBe(401)
  })

  it('is worth nothing after five wrong tries, even to who then has it right', async () => {
    minutes(10)
    const { browser, letter } = await asking()
    const wrong = String((Number(letter.code) + 1) % 100_000_000).padStart(8, '0')
    for (let tries = 0; tries < 5; tries += 1)
      expect((await browser.ask('POST', '/sign-in/confirmation', { code: wrong })).status).toBe(401)
    expect((await browser.ask('POST', '/sign-in/confirmation', { code: letter.code })).status).toBe(401)
    expect((await browser.ask('POST', '/sign-in/confirmation', { token: letter.token })).status).toBe(401)
  })

  it('has five tries in all, however many come at once', async () => {
    minutes(10)
    const { browser, letter } = await asking()
    const held = [...browser.cookies]
    const guesses = Array.from({ length: 40 }, (_, guess) => {
      const code = String((Number(letter.code) + 1 + guess) % 100_000_000).padStart(8, '0')
      return aBrowser(house, new Map(held)).ask('POST', '/sign-in/confirmation', { code })
    })
    await Promise.all(guesses)
    expect((await browser.ask('POST', '/sign-in/confirmation', { code: letter.code })).status).toBe(401)
  })

  it('gives another token to the browser once it is used, so that whoever saw the first one has nothing', async () => {
    minutes(10)
    const { browser, letter } = await asking()
    const before = browser.cookie('__Host-a')
    await browser.ask('POST', '/sign-in/confirmation', { code: letter.code })
    expect(browser.cookie('__Host-a')).not.toBe(before)
    const old = aBrowser(house, new Map([['__Host-a', before ?? '']]))
    expect(await (await old.ask('GET', '/sign-in')).json()).toEqual({ step: 'ask', ways: null })
    expect(await (await browser.ask('GET', '/sign-in')).json()).toMatchObject({ step: 'second_factor' })
  })

  it('tells who reads the mailbox of nobody that there is nothing here, and makes no account', async () => {
    minutes(60)
    const browser = aBrowser(house)
    const answer = await proveMail(house, browser, 'nobody@post.example')
    expect(await answer.json()).toEqual({ next: 'nothing_here' })
    expect(browser.cookies.size).toBe(0)
    expect(await (await proveMail(house, browser, 'nobody@post.example')).json()).toEqual({ next: 'nothing_here' })
  })
})

describe('asking for letters', () => {
  it('ends for one address after five, wherever they are asked for, and goes on later', async () => {
    minutes(24 * 60)
    const mail = 'full@post.example'
    const statuses = []
    for (let count = 0; count < 7; count += 1) {
      const asked = await house.api.request(
        new URL('/api/v1/sign-in', house.dependencies.origin),
        {
          method: 'POST',
          headers: { origin: house.dependencies.origin, 'content-type': 'application/json' },
          body: JSON.stringify({ mail, locale: 'en' }),
        },
        { source: `198.51.100.${count}` },
      )
      statuses.push(asked.status)
    }
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429, 429])
    minutes(10)
    expect((await aBrowser(house).ask('POST', '/sign-in', { mail, locale: 'en' })).status).toBe(202)
  })

  it('sends none where the store cannot count them', async () => {
    const broken = { ...house.database, tables: { ...house.database.tables, identity: 'no-such-table' } }
    await using down = await anApi({ database: broken })
    expect((await aBrowser(down).ask('POST', '/sign-in', { mail: 'a@post.example', locale: 'ru' })).status).toBe(500)
  })

  it.each(['', 'no address', 'a@b', 'a@b.example\nBcc: c@d.example', 'a@b.example, c@d.example'])(
    'wants one address, not "%s"',
    async (mail) => {
      const answer = await aBrowser(house).ask('POST', '/sign-in', { mail, locale: 'ru' })
      expect(answer.status).toBe(422)
    },
  )
})
