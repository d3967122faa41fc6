import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OrganisationId } from '@kunak/contracts'
import { OrganisationQuery } from '@kunak/contracts/directory'
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Organisation } from '@kunak/contracts/directory'
import { keepSearch } from '@kunak/functions/keep-search'
import {
  aCoordinator,
  aMember,
  anonymous,
  anOrganisation,
  everyGroup,
  freshDatabase,
  organisations,
  type TestDatabase,
} from '@kunak/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDirectory, type TestDirectory } from './a-directory.ts'
import { wordQuestions } from './questions.ts'

let shared: TestDatabase
beforeAll(async () => {
  shared = await freshDatabase()
})
afterAll(() => shared[Symbol.asyncDispose]())

const named = (name: string) => anOrganisation({ profile: { names: { ru: name }, audiences: everyGroup('public') } })
const record = (pk: string, sequence: string) => ({
  eventName: 'INSERT' as const,
  dynamodb: { SequenceNumber: sequence, NewImage: { pk: { S: pk } } },
})
const about = ({ id }: Organisation, sequence: string) => record(`ORGANISATION#${id}`, sequence)

async function pointer({ database }: TestDirectory): Promise<Record<string, unknown> | undefined> {
  const Key = { pk: 'SEARCH', sk: 'SNAPSHOT' }
  return (await database.client.send(new GetCommand({ TableName: database.tables.directory, Key }))).Item
}

/** What the published file alone answers: so late that no change counts as new. */
async function published(directory: TestDirectory): Promise<string[]> {
  const search = directory.anotherSearch()
  const answers: string[] = []
  for (const viewer of [anonymous, aMember(), aCoordinator()]) {
    for (const q of ['', 'мост', 'Chechnya', 'ch', 'женщины']) {
      const found = await search.findEncoded(viewer, OrganisationQuery.parse({ q, limit: 100 }))
      if (found.ok) answers.push(new TextDecoder().decode(found.value.json))
    }
    answers.push(new TextDecoder().decode((await search.coverageEncoded(viewer)).json))
  }
  return answers
}

describe('the published file', () => {
  it('is the same as one built anew, whatever order and repeats the records came in', async () => {
    const world = fc.uniqueArray(organisations, { selector: ({ id }) => id, minLength: 2, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(world, fc.infiniteStream(fc.nat()), async (first, order) => {
        await using directory = await aDirectory()
        const handler = keepSearch(() => directory.keeper)
        await directory.put(...first)
        await handler({ Records: first.map((one, at) => about(one, `${at}`)) })
        const second = first.map((one, at) => ({ ...one, profile: first[(at + 1) % first.length]?.profile ?? one.profile }))
        await directory.put(...second)
        directory.now.moveTo('2026-11-22T09:30:00Z')
        const repeated = [...second, ...second].sort(() => (order.next().value ?? 0) % 2 || -1)
        for (const one of repeated) await handler({ Records: [about(one, '1'), about(one, '2')] })
        const kept = await published(directory)
        await directory.anotherKeeper().rebuild()
        expect(await published(directory)).toEqual(kept)
      }),
      { numRuns: 8, seed: 20261122 },
    )
  })

  it('keeps every change of two writers at once', async () => {
    await using directory = await aDirectory()
    const [one, other] = [directory.keeper, directory.anotherKeeper()]
    const everybody = Array.from({ length: 12 }, (_, at) => named(`Мост ${at}`))
    for (let at = 0; at < everybody.length; at += 2) {
      const pair = everybody.slice(at, at + 2)
      await directory.put(...pair)
      await Promise.all([one, other].map((keeper, which) => keeper.keep(pair.slice(which, which + 1).map(({ id }) => id))))
    }
    // Each of the twelve times the loser began again, so none wrote over another.
    expect(await pointer(directory)).toMatchObject({ version: 12 })
    directory.now.moveTo('2026-11-22T09:30:00Z')
    await one.keep([])
    const found = await directory.anotherSearch().find(anonymous, OrganisationQuery.parse({ limit: 100 }))
    expect(found.ok && found.value.total).toBe(12)
  })

  it('holds no trace of what was frozen', async () => {
    await using directory = await aDirectory()
    const bridge = anOrganisation({
      profile: { names: { ru: 'Щебетуха' }, description: { en: 'Xylophonists' }, audiences: everyGroup('public') },
    })
    await directory.put(bridge, named('Голос'))
    await directory.keeper.keep([bridge.id])
    const traces = async () => {
      const { name } = (await pointer(directory)) ?? {}
      const bytes = await readFile(join(directory.published, String(name)))
      return ['щебетух', 'xylophon', bridge.id].filter((trace) => bytes.includes(trace))
    }
    expect(await traces()).toHaveLength(3)
    await directory.put({ ...bridge, standing: 'frozen' })
    await directory.keeper.keep([bridge.id])
    expect(await traces()).toEqual([])
    await directory.keeper.keep([bridge.id])
    await directory.put(named('Причал'))
    await directory.keeper.keep([bridge.id])
    expect(await readdir(directory.published)).toHaveLength(2)
  })

  it('does not bring back what was frozen while another writer was slower', async () => {
    await using directory = await aDirectory()
    const bridge = named('Мост')
    await directory.put(bridge, named('Голос'))
    await directory.keeper.keep([bridge.id])
    const slow = directory.anotherKeeper()
    await slow.keep([])
    const slowly = slow.keep([bridge.id])
    await directory.put({ ...bridge, standing: 'frozen' })
    await directory.keeper.keep([bridge.id])
    await slowly
    directory.now.moveTo('2026-11-22T09:30:00Z')
    await slow.keep([])
    const found = await directory.anotherSearch().find(aCoordinator(), OrganisationQuery.parse({}))
    expect(found.ok && found.value.organisations.map(({ organisation }) => organisation.names['ru'])).toEqual(['Голос'])
  })

  it('is taken up by a search that is running, with the same answers', async () => {
    await using directory = await aDirectory()
    await directory.put(named('Мост'))
    const before = await directory.find(anonymous)
    await directory.publish()
    await directory.search.refresh()
    expect(await directory.find(anonymous)).toEqual(before)
    await directory.put(named('Голос'))
    expect((await directory.find(anonymous)).total).toBe(2)
    await directory.publish()
    await directory.search.refresh()
    expect((await directory.find(anonymous)).total).toBe(2)
  })
})

describe('the worker', () => {
  it('passes over events about anything else', async () => {
    await using directory = await aDirectory()
    const handler = keepSearch(() => directory.keeper)
    expect(await handler({ Records: [record('PERSON#01M', '1'), { eventName: 'REMOVE', dynamodb: {} }] })).toEqual({
      batchItemFailures: [],
    })
  })

  it('reports the record that names no organisation or one that cannot be read, and does the others', async () => {
    await using directory = await aDirectory()
    const [bridge, broken] = [named('Мост'), named('Голос')]
    await directory.put(bridge, broken)
    await directory.database.client.send(
      new UpdateCommand({
        TableName: directory.database.tables.directory,
        Key: { pk: `ORGANISATION#${broken.id}`, sk: 'STATE' },
        UpdateExpression: 'SET organisation.standing = :nonsense',
        ExpressionAttributeValues: { ':nonsense': 'nonsense' },
      }),
    )
    const handler = keepSearch(() => directory.keeper)
    const records = [about(bridge, '1'), record('ORGANISATION#nobody', '2'), about(broken, '3')]
    expect(await handler({ Records: records })).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }, { itemIdentifier: '3' }] })
    expect((await directory.find(anonymous)).total).toBe(1)
    expect(await directory.keeper.keep([bridge.id, OrganisationId.parse(broken.id)])).toEqual(new Set([broken.id]))
  })
})

describe('any question', () => {
  it('gets the same answer from changes as from the published file', async () => {
    const world = fc.uniqueArray(organisations, { selector: ({ id }) => id, minLength: 2, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(world, fc.array(wordQuestions, { minLength: 3, maxLength: 5 }), async (all, questions) => {
        await using directory = await aDirectory()
        await directory.put(...all)
        const live = await Promise.all(questions.map((question) => directory.search.findEncoded(aCoordinator(), question)))
        await directory.publish()
        await directory.search.refresh()
        expect(await Promise.all(questions.map((question) => directory.search.findEncoded(aCoordinator(), question)))).toEqual(
          live,
        )
      }),
      { numRuns: 8, seed: 20261122 },
    )
  })
})
