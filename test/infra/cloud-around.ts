import { freshDatabase, type TestDatabase } from '@kunak/testing'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What stands around the functions when they are deployed: a real database, and as much of S3 and Secrets Manager as they speak to. */
export interface CloudAround extends AsyncDisposable {
  readonly database: TestDatabase
  /** Every variable that any of the functions reads. */
  readonly environment: Readonly<Record<string, string>>
}

export async function cloudAround(): Promise<CloudAround> {
  const database = await freshDatabase()
  const files = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { status, content } = request.headers['x-amz-target'] ? secret(body) : file(files, request, body)
      response.writeHead(status).end(content)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const services = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    database,
    environment: {
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${database.port}`,
      AWS_ENDPOINT_URL_S3: services,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: services,
      IDENTITY_TABLE: database.tables.identity,
      DIRECTORY_TABLE: database.tables.directory,
      EVENTS_TABLE: database.tables.events,
      SNAPSHOTS_BUCKET: 'snapshots',
      SITE_ORIGIN: 'https://kunak.example',
      FRONT_KEY_SECRET: 'front key',
      RATE_LIMIT_KEY_SECRET: 'rate limit key',
      DO_NOT_LIST_KEY_SECRET: 'do-not-list key',
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
      await database[Symbol.asyncDispose]()
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

interface Answer {
  readonly status: number
  readonly content?: string | Buffer
}

function secret(body: Buffer): Answer {
  const { SecretId } = JSON.parse(body.toString()) as { SecretId: string }
  return { status: 200, content: JSON.stringify({ SecretString: `the ${SecretId} of the tests` }) }
}

function file(files: Map<string, Buffer>, { method, url = '', headers }: IncomingMessage, body: Buffer): Answer {
  const path = url.split('?')[0] ?? ''
  if (method === 'PUT') files.set(path, headers['content-encoding'] === 'aws-chunked' ? joinChunks(body) : body)
  if (method === 'DELETE') files.delete(path)
  if (method !== 'GET') return { status: method === 'DELETE' ? 204 : 200 }
  const content = files.get(path)
  return content ? { status: 200, content } : { status: 404, content: '<Error><Code>NoSuchKey</Code></Error>' }
}

/** The content of a body that came in chunks, each with its length in front (`STREAMING-…-TRAILER` of S3's signature version 4). */
function joinChunks(body: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; ;) {
    const end = body.indexOf('\r\n', at)
    const length = Number.parseInt(body.toString('latin1', at, end), 16)
    if (!(length > 0)) return Buffer.concat(parts)
    parts.push(body.subarray(end + 2, end + 2 + length))
    at = end + 2 + length + 2
  }
}
