import type { Organisation } from '@kunak/contracts/directory'
import { anonymous } from '@kunak/contracts/identity'
import { secretsOf } from '@kunak/data/identity'
import { isListedFor } from '@kunak/domain/directory'
import { openLocalDatabase } from '@kunak/local'
import { aPerson, aPersonOf, signInAs } from '@kunak/testing'
import { fullHouse, type House } from './full-house.ts'
import { benchDay, generateOrganisations } from './generate-organisations.ts'
import { percentile, type Row } from './row.ts'
import { startServer } from './under-load.ts'

const size = 2_000
const freezes = 100
const readsPerSecond = 50

interface ToFreeze {
  readonly organisation: Organisation
  readonly cookie: string
}

/**
 * Freezes over HTTP, one after another, while 50 other requests a second are answered. Right after each answer comes the first read of
 * everything that showed the organisation: its page, its data, both lists, the map, for the public and for a coordinator, and who its
 * steward is by her old session.
 */
export async function bench(): Promise<readonly Row[]> {
  await using house = await fullHouse(size)
  const { toFreeze, coordinator } = await signIn(house)
  await using server = await startServer('serve-kunak', JSON.stringify(house))
  const origin = `http://localhost:${server.port}`
  const ask = (path: string, cookie?: string) => fetch(`${origin}${path}`, { headers: { ...(cookie && { cookie }) } })

  for (const path of ['/ru/organisations', '/ru/map', '/api/v1/organisations']) await (await ask(path)).text()
  const meanwhile = keepAsking((turn) => ask(othersAsk(turn, toFreeze), turn % 5 === 0 ? coordinator : undefined))
  const took: number[] = []
  let stillShown = 0
  let notFrozen = 0
  for (const { organisation, cookie } of toFreeze) {
    const sent = performance.now()
    const answer = await fetch(`${origin}/api/v1/organisations/${organisation.id}/freeze`, {
      method: 'POST',
      headers: { cookie, origin, 'sec-fetch-site': 'same-origin' },
    })
    took.push(performance.now() - sent)
    if (answer.status !== 200) notFrozen += 1
    const name = encodeURIComponent(Object.values(organisation.profile.names)[0] ?? '')
    const itself = [`/api/v1/organisations/${organisation.id}`, `/ru/organisations/${organisation.id}`]
    const others = [`/api/v1/organisations?q=${name}&limit=100`, `/ru/organisations?q=${name}`, '/api/v1/coverage']
    const readers = [undefined, coordinator]
    const shown = await Promise.all([
      ...itself.flatMap((path) => readers.map(async (who) => (await ask(path, who)).status !== 404)),
      ...others.flatMap((path) => readers.map(async (who) => (await (await ask(path, who)).text()).includes(organisation.id))),
      ask('/api/v1/me', cookie).then(async (me) => !(await me.text()).includes('"isSignedIn":false')),
    ])
    if (shown.includes(true)) stillShown += 1
  }
  const answered = await meanwhile()
  const row = (what: string, value: number, unit: Row['unit'], promise: Pick<Row, 'atMost' | 'atLeast'> = {}): Row => ({
    bench: 'freeze',
    what,
    organisations: size,
    value,
    unit,
    ...promise,
  })
  return [
    row('first reads that still showed something', stillShown, 'count', { atMost: 0 }),
    row('freezes that were refused', notFrozen, 'count', { atMost: 0 }),
    row('freezes', toFreeze.length, 'count'),
    row('other requests meanwhile', answered.perSecond, 'per second', { atLeast: readsPerSecond * 0.9 }),
    row('freeze, p50', percentile(took, 0.5), 'ms'),
    row('freeze, p99', percentile(took, 0.99), 'ms'),
  ]
}

/** What other people read meanwhile: lists, searches, single organisations and the map, pages and data. */
function othersAsk(turn: number, toFreeze: readonly ToFreeze[]): string {
  const { organisation } = toFreeze[(turn * 7) % toFreeze.length] ?? {}
  const name = encodeURIComponent(Object.values(organisation?.profile.names ?? {})[0] ?? '')
  const paths = [
    '/ru/organisations',
    `/api/v1/organisations?q=${name}`,
    `/en/organisations/${organisation?.id}`,
    '/api/v1/coverage',
  ]
  return paths[turn % paths.length] ?? '/ru'
}

/** Asks so many times a second, whether answers come or not, until it is told to stop; answers how many came. */
function keepAsking(ask: (turn: number) => Promise<Response>): () => Promise<{ readonly perSecond: number }> {
  const started = performance.now()
  const running = new Set<Promise<void>>()
  let answers = 0
  let turn = 0
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - started) / 1000) * readsPerSecond)
    for (; turn < due; turn += 1) {
      const one = ask(turn)
        .then((response) => response.arrayBuffer())
        .then(() => void (answers += 1))
        .finally(() => running.delete(one))
      running.add(one)
    }
  }, 5)
  return async () => {
    clearInterval(timer)
    const seconds = (performance.now() - started) / 1000
    await Promise.all(running)
    return { perSecond: answers / seconds }
  }
}

async function signIn(house: House): Promise<{ readonly toFreeze: ToFreeze[]; readonly coordinator: string }> {
  const database = openLocalDatabase(house.databasePort, house.tables)
  const secrets = secretsOf('a secret of the bench')
  const day = new Date(benchDay)
  const listed = [...generateOrganisations(size)].filter((one) => isListedFor(anonymous, one, day)).slice(0, freezes)
  const toFreeze: ToFreeze[] = []
  for (const organisation of listed) {
    const cookie = await signInAs({ database, secrets }, day, aPersonOf(organisation.id))
    toFreeze.push({ organisation, cookie })
  }
  const coordinator = await signInAs({ database, secrets }, day, aPerson({ isCoordinator: true }))
  database.client.destroy()
  return { toFreeze, coordinator }
}
