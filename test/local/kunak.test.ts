import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { aPerson } from '@kunak/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInAt } from '../journeys/sign-in-at.ts'
import { aPlace, networkAt, type Place, runProgram } from './as-user.ts'

let place: Place

beforeAll(async () => void (place = await aPlace()))
afterAll(() => place[Symbol.asyncDispose]())

async function kunak(...args: string[]) {
  const program = runProgram('kunak.ts', args, place.environment)
  return { code: await program.exitCode, printed: program.printed() }
}

async function list(...names: string[]): Promise<string> {
  const file = join(place.directory, `${names.length}.csv`)
  await writeFile(file, ['Название,Сайт', ...names.map((name, n) => `${name},https://list-${n}.example`)].join('\n'))
  return file
}

const coordinator = aPerson({ isCoordinator: true })
async function found(words: string): Promise<number> {
  const url = new URL('/api/v1/organisations', `http://localhost:${place.environment.PORT}`)
  url.searchParams.set('q', words)
  const response = await fetch(url, { headers: { cookie: await signInAt(networkAt(place), coordinator) } })
  return (await response.json()).total
}

describe('pnpm kunak', () => {
  it('tells what it can do', async () => {
    const { code, printed } = await kunak('--help')
    expect([code, printed]).toEqual([0, expect.stringMatching(/^ {2}import {5}/m)])
  })

  it('does not know every command', async () => {
    const { code, printed } = await kunak('frobnicate')
    expect([code, printed]).toEqual([2, expect.stringContaining('There is no command "frobnicate".')])
  })

  it(
    'works with the same network whether or not it is running, and what it brings in is found',
    { timeout: 120_000 },
    async () => {
      const alone = await kunak('import', await list('Ключ от рассвета'), '--standing', 'vetted')
      expect([alone.code, alone.printed]).toEqual([0, expect.stringMatching(/1 new organisations/)])

      await using launcher = runProgram('start.ts', [], place.environment)
      await launcher.hasPrinted('Kunak is ready')
      expect(await found('Ключ от рассвета')).toBe(1)

      const together = await kunak(
        'import',
        await list('Ключ от рассвета', 'Сторож тумана'),
        '--standing',
        'vetted',
        '--source',
        'another',
      )
      expect([together.code, together.printed]).toEqual([0, expect.stringMatching(/1 new organisations/)])
      expect(await found('Сторож тумана')).toBe(1)
    },
  )
})
