import { freshDatabase, type TestDatabase } from '@kunak/testing'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { rightsNeeded } from './calls-made.ts'

/** What stands around the functions when they are deployed: a real database, and as much of S3, SES and Secrets Manager as they speak to. */
export interface CloudAround extends AsyncDisposable {
  readonly database: TestDatabase
  /** What the functions seal with what they keep about people. */
  readonly identitySecret: string
  /** The letters that SES was given, as they travel. */
  readonly letters: readonly string[]
  /** Every variable that any of the functions reads. */
  readonly environment: Readonly<Record<string, string>>
  /** The same for one function alone, with the rights that its calls have needed so far, any one spelling of each. */
  readonly watched: () => Promise<{
    readonly environment: Readonly<Record<string, string>>
    readonly needed: ReadonlySet<string>
  }>
}

interface Call {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}
interface Answer {
  readonly status: number
  readonly content?: string | Buffer
}
type Heard = (spellings: readonly string[]) => void

const secrets = {
  FRONT_KEY_SECRET: 'Vault/FrontKey',
  RATE_LIMIT_KEY_SECRET: 'Vault/RateLimitKey',
  DO_NOT_LIST_KEY_SECRET: 'Vault/DoNotListKey',
  IDENTITY_SECRET: 'Vault/IdentitySecret',
  PUSH_SECRET: 'Vault/PushSecret',
  AUDIT_SECRET: 'Vault/AuditSecret',
}

export async function cloudAround(): Promise<CloudAround> {
  const database = await freshDatabase()
  const direct = `http://127.0.0.1:${database.port}`
  const places = {
    [database.tables.identity]: 'Store/Identity',
    [database.tables.directory]: 'Store/Directory',
    [database.tables.alerts]: 'Store/Alerts',
    [database.tables.events]: 'Store/Events',
    [database.tables.letters]: 'Store/Letters',
  }
  const files = new Map<string, Buffer>()
  const letters: string[] = []
  const servers: Server[] = []

  async function answer(call: Call, heard: Heard): Promise<Answer> {
    const [service = '', action = ''] = String(call.headers['x-amz-target'] ?? '').split('.')
    if (service === 'secretsmanager') return secret(call.body, heard)
    if (call.headers['content-type'] === 'application/x-www-form-urlencoded') return letter(letters, call.body, heard)
    if (service === '') return file(files, call, heard)
    for (const spellings of rightsNeeded(action, call.body.toString()))
      heard(spellings.map((right) => right.replace(/(?<= )[^ /]+/, (table) => places[table] ?? table)))
    const headers = Object.entries(call.headers).filter(([name]) => /^(x-amz-|content-type|authorization)/.test(name))
    const response = await fetch(direct, {
      method: 'POST',
      headers: headers.map(([name, value]) => [name, String(value)]),
      body: new Uint8Array(call.body),
    })
    return { status: response.status, content: Buffer.from(await response.arrayBuffer()) }
  }

  async function listen(heard: Heard): Promise<string> {
    const server = createServer((request, response) => {
      const { method = '', url = '', headers } = request
      void bodyOf(request)
        .then((body) => answer({ method, path: url.split('?')[0] ?? '', headers, body }, heard))
        .then(({ status, content }) => response.writeHead(status).end(content))
        .catch(() => response.writeHead(500).end())
    }).listen(0, '127.0.0.1')
    servers.push(server)
    await once(server, 'listening')
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  const environmentAt = (endpoint: string, databaseEndpoint: string) => ({
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: databaseEndpoint,
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoint,
    AWS_ENDPOINT_URL_SES: endpoint,
    IDENTITY_TABLE: database.tables.identity,
    DIRECTORY_TABLE: database.tables.directory,
    EVENTS_TABLE: database.tables.events,
    ALERTS_TABLE: database.tables.alerts,
    LETTERS_TABLE: database.tables.letters,
    SNAPSHOTS_BUCKET: 'snapshots',
    SITE_ORIGIN: 'https://kunak.example',
    NEUTRAL_NAME: '',
    LETTERS_FROM: 'post@kunak.example',
    LETTERS_CONFIGURATION: 'letters',
    LETTERS_PER_SECOND: '100',
    ...secrets,
  })
  const environment = environmentAt(await listen(() => undefined), direct)
  return {
    database,
    identitySecret: secretCalled(secrets.IDENTITY_SECRET),
    letters,
    environment,
    watched: async () => {
      const needed = new Set<string>()
      const endpoint = await listen((spellings) => void needed.add(spellings.join(' | ')))
      return { environment: environmentAt(endpoint, endpoint), needed }
    },
    [Symbol.asyncDispose]: async () => {
      for (const server of servers) {
        server.closeAllConnections()
        server.close()
      }
      await database[Symbol.asyncDispose]()
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const secretCalled = (id: string) => `${id} of the tests`

function secret(body: Buffer, heard: Heard): Answer {
  const { SecretId } = JSON.parse(body.toString()) as { SecretId: string }
  heard([`secretsmanager:GetSecretValue ${SecretId}`])
  return { status: 200, content: JSON.stringify({ SecretString: secretCalled(SecretId) }) }
}

/** SES's query protocol, as far as one letter goes (https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html). */
function letter(letters: string[], body: Buffer, heard: Heard): Answer {
  const asked = new URLSearchParams(body.toString())
  const arn = 'arn:{AWS::Partition}:ses:{AWS::Region}:{AWS::AccountId}'
  const action = `ses:${asked.get('Action') ?? ''}`
  const through = String(asked.get('Source')).replace('kunak.example', '{SiteDomain}')
  heard([`${action} ${arn}:identity/{SiteDomain} through ${through}`])
  if (asked.get('ConfigurationSetName') === 'letters')
    heard([`${action} ${arn}:configuration-set/Letters/Rules through ${through}`])
  letters.push(Buffer.from(asked.get('RawMessage.Data') ?? '', 'base64').toString())
  const result = '<SendRawEmailResult><MessageId>1</MessageId></SendRawEmailResult>'
  return {
    status: 200,
    content: `<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">${result}</SendRawEmailResponse>`,
  }
}

function file(files: Map<string, Buffer>, { method, path, headers, body }: Call, heard: Heard): Answer {
  const action = { GET: 'GetObject', HEAD: 'GetObject', PUT: 'PutObject', DELETE: 'DeleteObject' }[method] ?? method
  heard([`s3:${action} DirectorySearch/Snapshots/*`])
  if (method === 'PUT') files.set(path, headers['content-encoding'] === 'aws-chunked' ? joinChunks(body) : body)
  if (method === 'DELETE') files.delete(path)
  const content = files.get(path)
  if (method === 'HEAD') return { status: content ? 200 : 404 }
  if (method !== 'GET') return { status: method === 'DELETE' ? 204 : 200 }
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
