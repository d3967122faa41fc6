import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { commit } from '@kunak/data'
import { checkSession, hashOf, loadPerson, newToken, secretsOf, sessionWrites } from '@kunak/data/identity'
import { aPerson, freshDatabase, signInAs } from '@kunak/testing'
import { percentile, type Row } from './row.ts'

const rounds = 4_000
const warmUp = 500
/** What knowing a session may add to the one read that it takes, 99 times of 100. */
const promisedMs = 2

/** What it costs to know whose session a request carries, beside the bare read of the same item of the same database. */
export async function bench(): Promise<Row[]> {
  await using database = await freshDatabase()
  const [now, who, token] = [new Date(), aPerson(), newToken()]
  await signInAs({ database, secrets: secretsOf('a secret of the bench') }, now, who)
  const times = { startedAt: now.toISOString(), lastSeenAt: now.toISOString() }
  const session = { id: hashOf(token), personId: who.personId, kind: 'full', via: 'passkey', device: 'other', ...times } as const
  await commit(database, now, { writes: sessionWrites(database, session), events: [] })
  const Key = { pk: `SESSION#${session.id}`, sk: 'STATE' }
  const asked = {
    bare: () => database.client.send(new GetCommand({ TableName: database.tables.identity, Key, ConsistentRead: true })),
    check: () => checkSession(database, now, token),
    account: async () => {
      const found = await checkSession(database, now, token)
      if (!found || !(await loadPerson(database, found.personId))) throw new Error('The session is not there.')
    },
  }
  const took: Record<keyof typeof asked, number[]> = { bare: [], check: [], account: [] }
  // In turns, so that whatever else the machine does falls on all alike.
  for (let round = 0; round < rounds + warmUp; round += 1) {
    for (const kind of ['bare', 'check', 'account'] as const) {
      const started = performance.now()
      await asked[kind]()
      if (round >= warmUp) took[kind].push(performance.now() - started)
    }
  }
  const row = (what: string, value: number, atMost?: number): Row => ({
    bench: 'sessions',
    what,
    value,
    unit: 'ms',
    ...(atMost !== undefined && { atMost }),
  })
  const p99 = (kind: keyof typeof asked) => percentile(took[kind], 0.99)
  return [
    row('bare read, p50', percentile(took.bare, 0.5)),
    row('bare read, p99', p99('bare')),
    row('session check, p50', percentile(took.check, 0.5)),
    row('session check, p99', p99('check')),
    row('session check less bare read, p99', p99('check') - p99('bare'), promisedMs),
    row('with the account, p99', p99('account')),
  ]
}
