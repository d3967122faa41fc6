import { createServer } from 'node:http'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { folderSnapshots, type SnapshotStore } from '@kunak/data/directory'
import { bucketSnapshots } from './bucket-snapshots.ts'

let folder: string
let bucket: Awaited<ReturnType<typeof aBucket>>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kunak-snapshots-'))
  bucket = await aBucket()
})
afterAll(async () => {
  bucket.close()
  await rm(folder, { recursive: true, force: true })
})

/** As much of a bucket's HTTP interface as keeping files takes. */
async function aBucket() {
  const kept = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    const key = new URL(request.url ?? '', 'http://bucket').pathname
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (request.method === 'PUT') kept.set(key, Buffer.concat(chunks))
      if (request.method === 'DELETE') kept.delete(key)
      const body = kept.get(key)
      if (request.method === 'GET' && body) return response.end(body)
      if (request.method === 'GET') return response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>')
      if (request.method === 'HEAD' && !body) return response.writeHead(404).end()
      response.writeHead(request.method === 'DELETE' ? 204 : 200).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The bucket has no port.')
  const client = new S3Client({
    endpoint: `http://127.0.0.1:${address.port}`,
    region: 'eu-north-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'nobody', secretAccessKey: 'nothing' },
    requestChecksumCalculation: 'WHEN_REQUIRED',
  })
  return {
    store: bucketSnapshots(client, 'snapshots'),
    close: () => {
      client.destroy()
      server.close()
    },
  }
}

describe.each([
  ['a folder', (): SnapshotStore => folderSnapshots(join(folder, 'published'))],
  ['a bucket', (): SnapshotStore => bucket.store],
])('%s of search files', (_, store) => {
  it('gives back what was put, until it is removed', async () => {
    const [source, copy] = [join(folder, 'source'), join(folder, 'copy')]
    await writeFile(source, 'a search file')
    await store().put('search-1.sqlite', source)
    expect(await store().get('search-1.sqlite', copy)).toBe(true)
    expect(await readFile(copy, 'utf8')).toBe('a search file')
    expect(await store().has('search-1.sqlite')).toBe(true)
    await store().remove('search-1.sqlite')
    expect(await store().get('search-1.sqlite', copy)).toBe(false)
    expect(await store().has('search-1.sqlite')).toBe(false)
  })

  it('knows that there is nothing of a name, and removes nothing in peace', async () => {
    expect(await store().get('search-2.sqlite', join(folder, 'none'))).toBe(false)
    await expect(store().remove('search-2.sqlite')).resolves.toBeUndefined()
  })
})
