import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CannotStart } from './cannot-start.ts'
import { dataPaths, keysIn } from './data-directory.ts'

async function aDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'kunak-keys-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  return directory
}

describe('the keys of a data directory', () => {
  it('are all different, for their owner alone, and the same whenever they are asked for', async () => {
    const directory = await aDirectory()
    const keys = await keysIn(directory)
    expect(new Set(Object.values(keys)).size).toBe(Object.keys(keys).length)
    expect((await stat(dataPaths(directory).keys)).mode & 0o777).toBe(0o600)
    expect(await keysIn(directory)).toEqual(keys)
  })

  it('of a directory that is older than one of them gain it, and lose none', async () => {
    const directory = await aDirectory()
    const before = { rateLimit: 'an old key', doNotList: 'another old key' }
    await writeFile(dataPaths(directory).keys, JSON.stringify(before))
    const keys = await keysIn(directory)
    expect(keys).toMatchObject({ ...before, identity: expect.stringMatching(/^[\w-]{36}$/) })
    expect(await keysIn(directory)).toEqual(keys)
    expect(JSON.parse(await readFile(dataPaths(directory).keys, 'utf8'))).toEqual(keys)
  })

  it('are never replaced where they are there but cannot be read', async () => {
    const [inTheWay, broken] = [await aDirectory(), await aDirectory()]
    await mkdir(dataPaths(inTheWay).keys)
    await expect(keysIn(inTheWay)).rejects.toThrow(CannotStart)
    await writeFile(dataPaths(broken).keys, '{"identity": "half of a k')
    await expect(keysIn(broken)).rejects.toThrow(CannotStart)
    expect(await readFile(dataPaths(broken).keys, 'utf8')).toBe('{"identity": "half of a k')
  })
})
