import { anApi, anOrganisation, aPersonOf, aProfile, everyGroup, type TestApi } from '@kunak/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const organisation = anOrganisation({ profile: aProfile({ audiences: everyGroup('network') }) })
const steward = aPersonOf(organisation.id, 'steward')

let house: TestApi
beforeAll(async () => {
  house = await anApi()
  await house.put(organisation)
})
afterAll(() => house[Symbol.asyncDispose]())

/** How often and with what the store is asked while she asks for what she has just had. */
async function readsOf(path: string): Promise<string[]> {
  await house.ask(steward, 'GET', path)
  const reads: string[] = []
  const { client } = house.database
  const watch = (next: (args: never) => Promise<unknown>, context: { commandName?: string }) => async (args: never) => {
    reads.push(context.commandName ?? '')
    return next(args)
  }
  client.middlewareStack.add(watch as never, { step: 'initialize', name: 'watch' })
  const answer = await house.ask(steward, 'GET', path)
  client.middlewareStack.remove('watch')
  expect(answer.status, await answer.text()).toBe(200)
  return reads
}

describe('a request', () => {
  // What every page asks for: her session, her account, her organisations, each once.
  it.each(['/api/v1/me', '/api/v1/frozen'])('to %s reads who asks once', async (path) => {
    expect(await readsOf(path)).toEqual(['GetItemCommand', 'GetItemCommand', 'BatchGetItemCommand'])
  })
})
