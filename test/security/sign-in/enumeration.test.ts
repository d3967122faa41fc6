import { aBrowser, anApi, aPerson, fixedClock, mailOf, signInAs, type TestApi } from '@kunak/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const clock = fixedClock('2026-11-22T09:00:00Z')
let house: TestApi
beforeAll(async () => void (house = await anApi({ now: clock })))
afterAll(() => house[Symbol.asyncDispose]())

/** Everything that somebody outside can compare: the answer, its headers, and how often and with what the store was asked. */
async function seen(mail: string) {
  const calls: string[] = []
  const { client } = house.database
  const watch = (next: (args: never) => Promise<unknown>, context: { commandName?: string }) => async (args: never) => {
    calls.push(context.commandName ?? '')
    return next(args)
  }
  client.middlewareStack.add(watch as never, { step: 'initialize', name: 'watch' })
  const browser = aBrowser(house)
  const answer = await browser.ask('POST', '/sign-in', { mail, locale: 'en' })
  client.middlewareStack.remove('watch')
  const headers = [...answer.headers]
    .map(([name, value]) => [name, name === 'set-cookie' ? value.replace(/=[^;]+/, `=${'x'.repeat(43)}`) : value])
    .filter(([name]) => name !== 'x-request-id')
  const waiting = await (await browser.ask('GET', '/sign-in')).text()
  const wrong = await (await browser.ask('POST', '/sign-in/confirmation', { code: '00000000' })).text()
  const { requestId: _, ...refused } = JSON.parse(wrong) as { requestId: string }
  return { status: answer.status, body: await answer.text(), headers, calls, waiting, refused }
}

describe('whether somebody has an account', () => {
  it('cannot be told by asking for a letter: not by bytes, headers, calls to the store, nor by what comes next', async () => {
    const [withFactors, without, invited] = [aPerson(), aPerson(), aPerson()]
    await signInAs(house.dependencies, clock(), withFactors)
    await signInAs(house.dependencies, clock(), without)
    // The first question of a network finds its bucket full, which is one update more.
    await seen('first@post.example')
    const unknown = await seen('nobody@post.example')
    for (const mail of [mailOf(withFactors), mailOf(without), mailOf(invited), 'Ещё.Никто@post.example'])
      expect(await seen(mail)).toEqual(unknown)
    expect(unknown.calls.length).toBeGreaterThan(0)
    expect(unknown).toMatchObject({ status: 202, body: '{"status":"asked"}', waiting: '{"step":"prove_mail","ways":null}' })
  })

  it('cannot be told by asking somebody to be a guardian', async () => {
    const [who, other] = [aPerson(), aPerson()]
    await signInAs(house.dependencies, clock(), other)
    const ask = async (mail: string) => {
      const answer = await house.ask(who, 'POST', '/api/v1/guardians', { json: { mail }, stepUp: true })
      return [answer.status, await answer.text()]
    }
    expect(await ask(mailOf(other))).toEqual(await ask('nobody@post.example'))
  })
})
