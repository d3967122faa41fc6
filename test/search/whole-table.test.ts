import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { type Database, loadItem, scanPages } from '@kunak/data'
import { freshDatabase } from '@kunak/testing'
import { describe, expect, it } from 'vitest'

const sorts = ['1', '2', '3', '4', '5', '6', '7']
type Pages = readonly (readonly Record<string, unknown>[])[]

async function aFullTable() {
  const database = await freshDatabase()
  for (const sk of sorts)
    await database.client.send(new PutCommand({ TableName: database.tables.directory, Item: { pk: 'ANY', sk } }))
  return database
}

async function read(database: Database, Limit: number): Promise<Pages> {
  const pages = []
  for await (const page of scanPages(database, 'directory', { Limit })) pages.push(page)
  return pages
}

describe('reading a whole table', () => {
  it('gives every item once, on however many pages they come', async () => {
    await using database = await aFullTable()
    const pages = await read(database, 3)
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.flat().map((item) => item['sk'])).toEqual(sorts)
  })

  it('tells whoever takes a page that it could not be read, though it was asked for before', async () => {
    await using database = await aFullTable()
    const pages = scanPages(database, 'directory', { Limit: 1 })
    const taken = [await pages.next()]
    database.client.middlewareStack.add(() => () => Promise.reject(new Error('The line is cut.')), {
      step: 'initialize',
      name: 'cut',
    })
    taken.push(await pages.next())
    database.client.middlewareStack.remove('cut')
    // Work on the page takes a while, in which nobody waits for the next one.
    await loadItem(database, 'directory', { pk: 'ANY', sk: '1' })
    expect(taken.flatMap(({ value }) => (value ?? []) as unknown[])).toHaveLength(2)
    await expect(pages.next()).rejects.toThrow('The line is cut.')
  })
})
