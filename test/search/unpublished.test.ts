import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { endpoints } from '@kunak/api/reference'
import { problems } from '@kunak/contracts'
import { OrganisationQuery } from '@kunak/contracts/directory'
import { SearchUnpublished } from '@kunak/data/directory'
import { secretsOf } from '@kunak/data/identity'
import { tick } from '@kunak/functions/tick'
import { anApi, anonymous, anOrganisation, anOrganisationId, everyGroup } from '@kunak/testing'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aDirectory, type TestDirectory } from './a-directory.ts'

/** A directory with one organisation, of which nothing is published; and what its database is asked from then on. */
async function unpublished() {
  const directory = await aDirectory()
  await directory.put(anOrganisation({ profile: { names: { ru: 'Мост' }, audiences: everyGroup('public') } }))
  const asked: string[] = []
  directory.database.client.middlewareStack.add(
    (next, { commandName }) =>
      async (input) => {
        asked.push(String(commandName).replace('Command', ''))
        return next(input)
      },
    { step: 'initialize' },
  )
  return { directory, asked, everyMinute: everyMinuteOf(directory), [Symbol.asyncDispose]: directory[Symbol.asyncDispose] }
}

function everyMinuteOf({ database, now, anotherSearch, anotherKeeper }: TestDirectory): () => Promise<void> {
  const importer = { database, now, search: anotherSearch('refuse'), newId: anOrganisationId, doNotListKey: 'a key of the tests' }
  return tick(() => ({ importer, keeper: anotherKeeper(), secrets: secretsOf('a secret of the tests') }))
}

const all = OrganisationQuery.parse({})
const filesOf = ({ published }: TestDirectory) => readdir(published)

describe('while no search file is published', () => {
  it('a deployed reader refuses whatever is asked, and does not read the whole table', async () => {
    await using world = await unpublished()
    const search = world.directory.anotherSearch('refuse')
    const questions = [
      () => search.find(anonymous, all),
      () => search.findEncoded(anonymous, all),
      () => search.coverage(anonymous),
      () => search.coverageEncoded(anonymous),
      () => search.namesLike(['Мост']),
      () => search.ready(),
      () => search.refresh(),
    ]
    for (const question of questions) await expect(question()).rejects.toThrow(SearchUnpublished)
    expect(new Set(world.asked)).toEqual(new Set(['GetItem']))
  })

  it('the front door says when to come again, in the reader’s language and not as a fault', async () => {
    await using world = await unpublished()
    await using house = await anApi({ search: world.directory.anotherSearch('refuse') })
    const answers = endpoints.filter(({ method, who, path }) => method === 'get' && who === 'everyone' && !path.includes('{'))
    expect(answers.filter(({ problems: codes }) => codes.includes('unavailable'))).toHaveLength(7)
    for (const { path, problems: codes } of answers) {
      for (const locale of ['ru', 'en'] as const) {
        const response = await house.ask(null, 'GET', `/api/v1${path}`, { headers: { 'accept-language': locale } })
        if (!codes.includes('unavailable')) expect(response.status, path).toBeLessThan(400)
        else {
          expect([path, response.status, response.headers.get('retry-after')]).toEqual([path, 503, '60'])
          expect(response.headers.get('cache-control')).toBe('no-store')
          expect(await response.json()).toMatchObject({ code: 'unavailable', title: problems.unavailable[locale] })
        }
      }
    }
    expect(house.logged.find(({ status }) => status === 503)).toMatchObject({ fault: 'SearchUnpublished' })
  })

  it('the clock publishes one, which the reader takes up; the next minute does nothing', async () => {
    await using world = await unpublished()
    const { directory, asked, everyMinute } = world
    const search = directory.anotherSearch('refuse')
    await expect(search.find(anonymous, all)).rejects.toThrow(SearchUnpublished)
    await everyMinute()
    expect(asked).toContain('Scan')
    const found = await search.find(anonymous, all)
    expect(found.ok && found.value.total).toBe(1)
    const files = await filesOf(directory)
    expect(files).toHaveLength(1)
    asked.length = 0
    await everyMinute()
    expect(asked).not.toContain('Scan')
    expect(await filesOf(directory)).toEqual(files)
  })

  it('two clocks at once do no harm', async () => {
    await using world = await unpublished()
    await Promise.all([world.everyMinute(), everyMinuteOf(world.directory)()])
    expect(await filesOf(world.directory)).toHaveLength(1)
    const found = await world.directory.anotherSearch('refuse').find(anonymous, all)
    expect(found.ok && found.value.total).toBe(1)
  })
})

describe('a search file that readers cannot take', () => {
  it('of another schema is followed by one of this', async () => {
    await using world = await unpublished()
    const { client, tables } = world.directory.database
    const pointer = { version: 7, schema: 'another', name: 'search-another-7.sqlite', upTo: '2026-11-22T08:00:00Z', earlier: [] }
    await client.send(new PutCommand({ TableName: tables.directory, Item: { pk: 'SEARCH', sk: 'SNAPSHOT', ...pointer } }))
    const search = world.directory.anotherSearch('refuse')
    await expect(search.find(anonymous, all)).rejects.toThrow(SearchUnpublished)
    await world.everyMinute()
    expect((await search.find(anonymous, all)).ok).toBe(true)
    expect(await filesOf(world.directory)).toEqual([expect.stringMatching(/-8-/)])
  })

  it('because it is gone, as after a restored backup, is made again', async () => {
    await using world = await unpublished()
    await world.everyMinute()
    for (const file of await filesOf(world.directory)) await rm(join(world.directory.published, file))
    const search = world.directory.anotherSearch('refuse')
    await expect(search.find(anonymous, all)).rejects.toThrow(SearchUnpublished)
    await world.everyMinute()
    expect((await search.find(anonymous, all)).ok).toBe(true)
  })
})
