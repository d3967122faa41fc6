import { loadOrganisation } from '@kunak/data/directory'
import { findPersonByMail, loadOrganisationPeople, secretsOf } from '@kunak/data/identity'
import { fixedClock, freshDatabase, storyTime, type TestDatabase } from '@kunak/testing'
import { newUlid } from '@kunak/contracts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommandContext } from '../command.ts'
import { coordinatorCommand } from '../coordinator-command.ts'
import { foundCommand } from '../found-command.ts'
import type { Network } from '../open-network.ts'

let database: TestDatabase
let said: string[]
let context: CommandContext
const secrets = secretsOf('a secret of the tests')

beforeEach(async () => {
  database = await freshDatabase()
  said = []
  const now = fixedClock(storyTime)
  const network: Partial<Network> = { database, secrets, now, newId: () => newUlid(now().getTime()) }
  context = {
    // What founding needs of a network; the rest would take a folder.
    withNetwork: (work) => work(network as Network),
    say: (line) => void said.push(line),
    complain: (line) => void said.push(line),
  }
})
afterEach(() => database[Symbol.asyncDispose]())

const one = ['--organisation', 'Первый мост', '--republic', 'RU-DA', '--steward', 'a@one.example', '--steward', 'b@one.example']
const other = ['--organisation', 'Второй мост', '--republic', 'RU-CE', '--steward', 'c@two.example', '--steward', 'd@two.example']
const personBy = (mail: string) => findPersonByMail(database, secrets.fingerprintOfMail(mail))

describe('founding a network', () => {
  it('gives founding organisations, vetted from the first day, and accounts to their stewards, once', async () => {
    expect(await foundCommand.run([...one, ...other], context)).toBe(0)
    const steward = await personBy('A@one.example')
    const id = steward?.memberships[0]?.organisationId
    if (!id) throw new Error('The steward belongs to nothing.')
    expect(await loadOrganisation(database, id)).toMatchObject({ standing: 'vetted', isFounding: true, standsOnVouches: false })
    expect((await loadOrganisationPeople(database, id)).people.map(({ role }) => role)).toEqual(['steward', 'steward'])
    expect(steward).toMatchObject({ passkeys: [], authenticator: null, isCoordinator: false })
    expect(await foundCommand.run([...one, ...other], context)).toBe(1)
    expect(said.at(-1)).toContain('founded once')
  })

  it.each([
    ['one organisation alone', one, 'two founding organisations'],
    ['one republic', [...one, ...other.map((word) => word.replace('RU-CE', 'RU-DA'))], 'two republics'],
    ['one person for two', [...one, ...other.map((word) => word.replace('c@two', 'A@one'))], 'steward twice'],
    ['one steward', [...one.slice(0, -2), ...other], 'stewards'],
    ['nothing', [], 'Name the founding organisations'],
    ['a republic before any organisation', ['--republic', 'RU-DA'], 'Say --organisation'],
    ['no such file', ['nowhere.json'], 'could not be read'],
  ])('is refused with %s, and nothing is written', async (_, args, why) => {
    expect(await foundCommand.run(args, context)).toBe(2)
    expect(said[0]).toContain(why)
    expect(await personBy('a@one.example')).toBeNull()
  })
})

describe('the first coordinators', () => {
  const add = (...mails: string[]) => coordinatorCommand.run(['add', ...mails], context)

  it('are named one after the other, until there are two of two organisations', async () => {
    expect(await add('a@one.example')).toBe(1)
    expect(said.at(-1)).toContain('No network was founded here')
    await foundCommand.run([...one, ...other], context)
    expect(await add()).toBe(2)
    expect(await add('a@one.example')).toBe(0)
    expect(await add('b@one.example')).toBe(1)
    expect(said.at(-1)).toContain('different vetted organisations')
    expect(await add('d@two.example')).toBe(0)
    expect(await add('c@two.example')).toBe(1)
    expect(said.at(-1)).toContain('There are coordinators already')
  })

  it('are named together, once', async () => {
    await foundCommand.run([...one, ...other], context)
    expect(await add('a@one.example', 'b@one.example')).toBe(1)
    expect(said.at(-1)).toContain('different vetted organisations')
    expect(await add('a@one.example', 'nobody@two.example')).toBe(1)
    expect(said.at(-1)).toContain('nobody@two.example')
    expect(await add('a@one.example', 'C@two.example')).toBe(0)
    expect([await personBy('a@one.example'), await personBy('c@two.example'), await personBy('b@one.example')]).toMatchObject([
      { isCoordinator: true },
      { isCoordinator: true },
      { isCoordinator: false },
    ])
    expect(await add('b@one.example', 'd@two.example')).toBe(1)
    expect(said.at(-1)).toContain('There are coordinators already')
  })
})
