import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { commit } from '@kunak/data'
import { createSearch, folderSnapshots } from '@kunak/data/directory'
import { hashOf, newToken, personWrites, pushKeysOf, secretsOf, signInProofs, signInWrite } from '@kunak/data/identity'
import { aPersonOf, anOrganisation, aStoredPerson, freshDatabase, mailOf } from '@kunak/testing'
import { expect, it, onTestFinished } from 'vitest'
import { freePort } from './free-port.ts'
import { startMailbox } from './mailbox.ts'
import type { Network } from './open-network.ts'
import { openWorkers } from './workers.ts'

interface Received {
  readonly from: string
  readonly subject: string
  readonly destination: { readonly to: readonly string[] }
  readonly body: { readonly text: string; readonly html: string }
}

it('brings a letter that was asked for into the mailbox within two seconds, by SES’s own API', async () => {
  await using database = await freshDatabase()
  const directory = await mkdtemp(join(tmpdir(), 'kunak-letters-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  const port = await freePort()
  await using _mailbox = await startMailbox(port)
  const now = () => new Date()
  const snapshots = folderSnapshots(join(directory, 'published'))
  const search = createSearch({ database, snapshots, folder: join(directory, 'search'), now })
  const secrets = secretsOf('a secret of the tests')
  const keys = { rateLimit: '', doNotList: '', identity: '', audit: '', push: '' }
  const pushKeys = pushKeysOf('a key of the tests')
  const network: Network = {
    ...{ database, snapshots, search, keys, secrets, pushKeys, now },
    newId: () => '',
    [Symbol.dispose]: () => undefined,
  }
  const post = { port, origin: 'http://localhost:4380', neutralName: '' }
  const said: string[] = []
  const say = (line: string) => void said.push(line)
  await using workers = await openWorkers(network, { databasePort: database.port, directory, post, say })
  workers.keepGoing()

  const somebody = aPersonOf(anOrganisation().id)
  const person = aStoredPerson(somebody, secrets)
  await commit(database, now(), { writes: personWrites(database, null, person), events: [] })
  const hash = hashOf(newToken())
  const startedAt = now().toISOString()
  const signIn = { hash, mailFingerprint: person.mailFingerprint, locale: 'ru' as const, startedAt, personId: null }
  const event = { type: 'sign_in_asked', subject: `SIGN_IN#${hash}`, actor: null, data: {} }
  await commit(database, now(), { writes: [signInWrite(database, signIn)], events: [event] })
  const asked = performance.now()

  const inbox = async () => ((await (await fetch(`http://127.0.0.1:${port}/store`)).json()) as { emails: Received[] }).emails
  let received = await inbox()
  while (received.length === 0 && performance.now() - asked < 10_000) {
    await wait(20)
    received = await inbox()
  }
  const tookMs = performance.now() - asked
  expect(said).toEqual([])
  expect(tookMs).toBeLessThan(2000)
  const { token, code } = signInProofs(secrets, hash)
  expect(received).toHaveLength(1)
  expect(received[0]).toMatchObject({
    from: '"Заметки" <post@kunak.example>',
    subject: 'Заметки: вход',
    destination: { to: [mailOf(somebody)] },
  })
  expect(received[0]?.body.text).toContain(`http://localhost:4380/ru/sign-in/letter?token=${token}`)
  expect(received[0]?.body.text.replaceAll(' ', '')).toContain(code)
  search.close()
})
