import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { newToken } from '@kunak/data/identity'
import { anApi, anOrganisation, aPersonOf, everyGroup, mailOf, type TestApi } from '@kunak/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const deployed = '{packages/{vocabulary,contracts,domain,data,mail,api}/src,functions,web,infra}/**/*.{ts,svelte}'
const isMade = (name: string) => ['node_modules', '.svelte-kit', 'build', 'paraglide'].includes(name)

let house: TestApi
beforeAll(async () => void (house = await anApi()))
afterAll(() => house[Symbol.asyncDispose]())

describe('an identity without proof', () => {
  it('is known to nothing that is deployed: no source of it imports the local cloud or the tests’ tools', () => {
    const sources = globSync(deployed, { cwd: root, exclude: isMade })
    const strays = sources
      .filter((file) => !file.endsWith('.test.ts'))
      .filter((file) => /['"]@kunak\/(local|testing)/.test(readFileSync(join(root, file), 'utf8')))
    expect(sources.length).toBeGreaterThan(100)
    expect(strays).toEqual([])
  })

  it('is believed from no header, cookie or question, although everything that it says is true', async () => {
    const own = anOrganisation({ profile: { audiences: everyGroup('organisation') } })
    await house.put(own)
    const steward = aPersonOf(own.id)
    const path = `/api/v1/organisations/${own.id}`
    expect((await house.ask(steward, 'GET', path)).status).toBe(200)
    const identity = JSON.stringify(steward)
    const said = { id: steward.personId, mail: mailOf(steward), json: identity, coded: encodeURIComponent(identity) }
    const base64 = Buffer.from(`${said.mail}:${steward.personId}`).toString('base64')
    const headers: Record<string, string>[] = [
      ...Object.values(said).flatMap((value) => [
        { 'x-kunak-development-identity': value },
        { 'x-kunak-identity': value },
        { 'x-forwarded-user': value },
        { 'x-remote-user': value },
        { 'x-amzn-oidc-identity': value },
        { from: value },
        { authorization: `Bearer ${value}` },
      ]),
      { authorization: `Basic ${base64}` },
      ...[said.id, said.mail, said.coded, newToken(), '', '%'].flatMap((value) =>
        ['__Host-s', '__Secure-s', 's', 'kunak-development-identity', 'session', 'person'].map((name) => ({
          cookie: `${name}=${value}`,
        })),
      ),
    ]
    for (const pretended of headers) {
      const answer = await house.ask(null, 'GET', path, { headers: pretended })
      expect([pretended, answer.status]).toEqual([pretended, 404])
    }
    for (const question of [`personId=${said.id}`, `as=${said.id}`, `identity=${said.coded}`, `session=${said.id}`]) {
      const answer = await house.ask(null, 'GET', `${path}?${question}`)
      expect([question, answer.status]).toEqual([question, 404])
    }
  })

  it('is believed from no body', async () => {
    const shown = anOrganisation({ profile: { audiences: everyGroup('public') } })
    await house.put(shown)
    const steward = aPersonOf(shown.id)
    const path = `/api/v1/organisations/${shown.id}`
    const pretended = { ...steward, identity: steward }
    const statusOf = async (method: string, about: string, json: unknown) =>
      (await house.ask(null, method, `${path}${about}`, { json })).status
    expect(await statusOf('POST', '/assurance', pretended)).toBe(401)
    expect(await statusOf('POST', '/removal', { doNotList: false })).toBe(401)
    expect(await statusOf('POST', '/removal', { doNotList: false, ...pretended })).toBe(422)
    expect((await house.ask(null, 'GET', path)).status).toBe(200)
  })

  it('is not the key of a session’s place in the store, which a dump shows', async () => {
    const own = anOrganisation({ profile: { audiences: everyGroup('organisation') } })
    await house.put(own)
    await house.ask(aPersonOf(own.id), 'GET', '/api/v1/me')
    const { Items = [] } = await house.database.client.send(
      new ScanCommand({
        TableName: house.database.tables.identity,
        FilterExpression: 'begins_with(pk, :session)',
        ExpressionAttributeValues: { ':session': 'SESSION#' },
      }),
    )
    expect(Items.length).toBeGreaterThan(0)
    for (const { pk, session } of Items) {
      for (const value of [String(pk).slice('SESSION#'.length), (session as { id: string }).id, String(pk)]) {
        const answer = await house.ask(null, 'GET', `/api/v1/organisations/${own.id}`, {
          headers: { cookie: `__Host-s=${value}` },
        })
        expect(answer.status).toBe(404)
      }
    }
  })
})
