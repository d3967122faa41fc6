import { secretsOf } from '@kunak/data/identity'
import { demoPeople, loadDemoNetwork } from '@kunak/local/demo-network'
import { aPerson, fixedClock, freshDatabase, signInAs, storyTime, type TestDatabase } from '@kunak/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dump } from './dump.ts'

const secrets = secretsOf('a secret of the tests')
const now = fixedClock(storyTime)
let database: TestDatabase
let token: string
let everything: string
beforeAll(async () => {
  database = await freshDatabase()
  await loadDemoNetwork({ database, secrets }, now())
  token = (await signInAs({ database, secrets }, now(), aPerson())).replace(/^[^=]*=/, '')
  everything = await dump(database)
})
afterAll(() => database[Symbol.asyncDispose]())

describe('a dump of the database', () => {
  it('tells nobody’s mail address or name, in whatever spelling', () => {
    expect(everything).toContain(demoPeople[0]!.id)
    for (const { mail, name } of demoPeople) {
      const spellings = [mail, name].flatMap((word) => [
        word,
        encodeURIComponent(word),
        Buffer.from(word).toString('hex'),
        Buffer.from(word).toString('base64').replace(/=+$/, ''),
        Buffer.from(word).toString('base64url'),
      ])
      expect(spellings.filter((word) => everything.toLowerCase().includes(word.toLowerCase()))).toEqual([])
    }
  })

  it('holds no token of a session', () => {
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(everything).not.toContain(token)
  })

  it('opens with another secret no account at all', () => {
    const other = secretsOf('another secret')
    for (const { mail } of demoPeople) expect(everything).not.toContain(other.fingerprintOfMail(mail))
    expect(() => other.unseal(secrets.seal('asiyat@demo.kunak.example'))).toThrow()
  })
})
