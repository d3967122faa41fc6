import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Api, createApi, type Dependencies, type LogEntry } from '@kunak/api'
import type { Organisation } from '@kunak/contracts/directory'
import { pushKeysOf, secretsOf } from '@kunak/data/identity'
import type { Database } from '@kunak/data'
import { createSearch, folderSnapshots, loadOrganisation, saveOrganisation } from '@kunak/data/directory'
import { countedIds, storyTime } from './ids.ts'
import { fixedClock } from './fixed-clock.ts'
import { freshDatabase, type TestDatabase } from './fresh-database.ts'
import type { Someone } from './identities.ts'
import { type AskAgain, answerStepUp } from './answer-step-up.ts'
import { signInAgain, signInAs } from './sign-in-as.ts'

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
  /**
   * Asks as somebody who confirms that it is she (`needStepUp`), in a session of its own: `house.ask(who, 'POST', path, { json, stepUp:
   * true })` is refused with `step_up_needed`, has her passkey (`passkeyOf(who)`) answer, or her authenticator app where her account
   * has no passkey, and asks again. What comes back is the second answer; a route that needs no proof answers at once.
   */
  readonly stepUp?: boolean
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
    pushKey: pushKeysOf('a key of the tests').publicKey,
    origin,
    log: (entry) => void logged.push(entry),
    ...said,
  }
  const api = createApi(dependencies)
  const keyOf = (who: Someone) => `${JSON.stringify(who)}|${dependencies.now().toISOString()}`
  async function cookieOf(who: Someone): Promise<string> {
    const key = keyOf(who)
    const cookie = cookies.get(key) ?? (await signInAs(dependencies, dependencies.now(), who))
    cookies.set(key, cookie)
    return cookie
  }
  let networks = 0
  async function send(cookie: string | null, method: string, path: string, { json, body, headers }: Asked): Promise<Response> {
    const sent = new Headers({
      ...(method === 'GET' ? {} : { origin, 'sec-fetch-site': 'same-origin' }),
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...(cookie && { cookie }),
    })
    for (const [name, value] of Object.entries(headers ?? {})) {
      if (value === '') sent.delete(name)
      else sent.set(name, value)
    }
    const asked = {
      method,
      headers: sent,
      ...(json !== undefined ? { body: JSON.stringify(json) } : body !== undefined ? { body } : {}),
    }
    // Nobody in particular comes from another network each time, so that what one asks is not held against the next.
    return api.request(new URL(path, origin), asked, cookie === null ? { source: `network ${(networks += 1)}` } : {})
  }
  return {
    api,
    database,
    dependencies,
    logged,
    put: async (...organisations) => {
      for (const after of organisations) await putOrganisation(database, now(), after)
    },
    ask: async (who, method, path, { stepUp = false, ...request } = {}) => {
      const cookie = who && (await cookieOf(who))
      if (!who || !stepUp) {
        const response = await send(cookie, method, path, request)
        const fresh = response.headers.getSetCookie().find((line) => line.startsWith('__Host-s='))
        if (who && fresh !== undefined) cookies.set(keyOf(who), fresh.split(';')[0] ?? '')
        return response
      }
      const own = await signInAgain(database, now(), who)
      const first = await send(own, method, path, request)
      const ask: AskAgain = (...again) => send(own, ...again)
      const proof = await answerStepUp(first, { who, now: now(), ask })
      if (proof === null) return first
      return send(own, method, path, { ...request, headers: { ...request.headers, 'step-up': proof } })
    },
    [Symbol.asyncDispose]: async () => {
      search.close()
      await database[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const mostAttempts = 5

/** A transaction is refused also while another one holds something that it writes: then it is tried again. */
async function putOrganisation(database: Database, now: Date, after: Organisation): Promise<void> {
  const event = { type: 'organisation_listed', actor: null, data: {} }
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    if ((await saveOrganisation(database, now, { before: null, after, event })).ok) return
    if (await loadOrganisation(database, after.id)) break
  }
  throw new Error('An organisation of the test is already there.')
}
