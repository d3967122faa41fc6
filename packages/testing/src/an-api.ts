import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Api, createApi, type Dependencies, type LogEntry } from '@kunak/api'
import type { Organisation } from '@kunak/contracts/directory'
import { secretsOf } from '@kunak/data/identity'
import { createSearch, folderSnapshots, saveOrganisation } from '@kunak/data/directory'
import { countedIds, storyTime } from './ids.ts'
import { fixedClock } from './fixed-clock.ts'
import { freshDatabase, type TestDatabase } from './fresh-database.ts'
import type { Someone } from './identities.ts'
import { signInAs } from './sign-in-as.ts'

/** The whole API over a database of its own, in process. */
export interface TestApi extends AsyncDisposable {
  readonly api: Api
  readonly database: TestDatabase
  readonly dependencies: Dependencies
  /** What it has logged so far. */
  readonly logged: LogEntry[]
  /** Puts organisations into the directory as they are, past every rule. */
  readonly put: (...organisations: readonly Organisation[]) => Promise<void>
  /** Asks as somebody, from the site's own pages unless `headers` say otherwise; an empty header is not sent. */
  readonly ask: (who: Someone | null, method: string, path: string, request?: Asked) => Promise<Response>
}

export interface Asked {
  readonly json?: unknown
  readonly body?: string | Uint8Array<ArrayBuffer> | FormData
  readonly headers?: Readonly<Record<string, string>>
}

const origin = 'https://kunak.example'

/** Opens the front door for a suite. Nothing is published: every answer is judged from the stored organisations. */
export async function anApi(said: Partial<Dependencies> = {}): Promise<TestApi> {
  const database = await freshDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'kunak-api-'))
  const now = said.now ?? fixedClock(storyTime)
  // A session lasts while the clock stands still; a test that moves it has everybody sign in again.
  const cookies = new Map<string, string>()
  const logged: LogEntry[] = []
  const snapshots = folderSnapshots(join(folder, 'published'))
  const search = createSearch({ database, snapshots, folder, now, whenUnpublished: 'build' })
  const dependencies: Dependencies = {
    database,
    search,
    now,
    newId: countedIds(),
    keys: { rateLimit: 'a key of the tests', doNotList: 'another key of the tests' },
    secrets: secretsOf('a secret of the tests'),
    origin,
    log: (entry) => void logged.push(entry),
    ...said,
  }
  const api = createApi(dependencies)
  async function cookieOf(who: Someone): Promise<string> {
    const key = `${JSON.stringify(who)}|${dependencies.now().toISOString()}`
    const cookie = cookies.get(key) ?? (await signInAs(dependencies, dependencies.now(), who))
    cookies.set(key, cookie)
    return cookie
  }
  return {
    api,
    database,
    dependencies,
    logged,
    put: async (...organisations) => {
      for (const after of organisations) {
        const event = { type: 'organisation_listed', actor: null, data: {} }
        const saved = await saveOrganisation(database, now(), { before: null, after, event })
        if (!saved.ok) throw new Error('An organisation of the test is already there.')
      }
    },
    ask: async (who, method, path, { json, body, headers } = {}) => {
      const cookie = who && (await cookieOf(who))
      const sent = new Headers({
        ...(method === 'GET' ? {} : { origin, 'sec-fetch-site': 'same-origin' }),
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...(cookie && { cookie }),
      })
      for (const [name, value] of Object.entries(headers ?? {})) {
        if (value === '') sent.delete(name)
        else sent.set(name, value)
      }
      return api.request(new URL(path, origin), {
        method,
        headers: sent,
        ...(json !== undefined ? { body: JSON.stringify(json) } : body !== undefined ? { body } : {}),
      })
    },
    [Symbol.asyncDispose]: async () => {
      search.close()
      await database[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
