import { createServer } from 'node:http'
import { once } from 'node:events'
import { SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses'
import { demoPeople } from '@kunak/local/demo-network'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInAt } from '../journeys/sign-in-at.ts'
import { aPlace, familyOf, isAlive, networkAt, type Place, type Program, runProgram } from './as-user.ts'

let place: Place
let kunak: Program
let site: string

async function start(...args: string[]): Promise<Program> {
  const program = runProgram('start.ts', args, place.environment)
  await program.hasPrinted('Kunak is ready')
  return program
}

beforeAll(async () => {
  place = await aPlace()
  site = `http://localhost:${place.environment.PORT}`
  kunak = await start()
}, 120_000)

afterAll(async () => {
  await kunak[Symbol.asyncDispose]()
  await place[Symbol.asyncDispose]()
})

const json = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(new URL(path, site), { headers })
  return await response.json()
}

const steward = demoPeople.find(({ mail }) => mail.startsWith('timur@'))!
const asSteward = async () => ({ cookie: await signInAt(networkAt(place), { ...steward, personId: steward.id }) })
const itsOrganisation = `/api/v1/organisations/${steward.memberships[0]!.organisationId}`

describe('pnpm start', () => {
  it('says where everything is and answers there', async () => {
    expect(kunak.printed()).toContain(`${site}/ru`)
    expect(kunak.printed()).toContain(`${site}/ru/sign-in`)
    expect(kunak.printed()).toContain(`http://localhost:${place.environment.MAIL_PORT}/`)
    expect(await json('/api/v1/health')).toEqual({ status: 'ok' })
    const page = await fetch(`${site}/ru`)
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')])
  })

  it('has listed the invented organisations, and the public finds those that are for it', async () => {
    const { total, organisations } = await json('/api/v1/organisations?q=Stone+Bridge')
    expect(organisations[0].organisation.names.en).toBe('Stone Bridge')
    expect(total).toBeGreaterThan(0)
  })

  it('says who can sign in and what there is to see as her, in a line of a terminal each', () => {
    for (const { mail, may } of demoPeople) {
      const line = kunak
        .printed()
        .split('\n')
        .find((one) => one.includes(mail))
      expect(line).toContain(may)
      expect(line!.length).toBeLessThanOrEqual(100)
    }
  })

  it('keeps people apart from those who only say that they are somebody', async () => {
    expect(await json('/api/v1/me', await asSteward())).toMatchObject({ isSignedIn: true, isInNetwork: true })
    for (const headers of [{}, { 'x-kunak-development-identity': steward.id }, { cookie: `__Host-s=${steward.id}` }])
      expect(await json('/api/v1/me', headers as Record<string, string>)).toMatchObject({ isSignedIn: false })
  })

  it('takes a letter by SES’s own API and shows it', async () => {
    const endpoint = `http://127.0.0.1:${place.environment.MAIL_PORT}`
    const ses = new SESClient({ endpoint, region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } })
    const letter =
      'From: desk@kunak.example\r\nTo: reader@bridge.example\r\nSubject: There is something new\r\n\r\nOpen the site.\r\n'
    await ses.send(new SendRawEmailCommand({ RawMessage: { Data: new TextEncoder().encode(letter) } }))
    const { emails } = await (await fetch(`${endpoint}/store`)).json()
    // Among the letters that what was brought in has given rise to.
    expect(emails).toContainEqual(expect.objectContaining({ subject: 'There is something new', from: 'desk@kunak.example' }))
    ses.destroy()
  })

  it('refuses a second one with the same data, and says where the first one is', async () => {
    await using other = await aPlace()
    const second = runProgram('start.ts', [], { ...other.environment, DATA_DIR: place.directory })
    expect(await second.exitCode).toBe(1)
    expect(second.printed()).toContain(`already running with the data in ${place.directory}: ${site}`)
    expect(second.printed()).not.toContain('    at ')
  })

  it('names the port that is taken and its variable, and leaves nothing running', async () => {
    await using other = await aPlace()
    const taken = createServer().listen(Number(other.environment.MAIL_PORT), '127.0.0.1')
    await once(taken, 'listening')
    const refused = runProgram('start.ts', [], other.environment)
    expect(await refused.exitCode).toBe(1)
    expect(refused.printed().trim()).toBe(
      `Port ${other.environment.MAIL_PORT}, meant for the mailbox, is taken by another program. Stop that program, or choose another port: MAIL_PORT=${Number(other.environment.MAIL_PORT) + 10}.`,
    )
    taken.close()
  })

  it.each([
    [{ PORT: 'many' }, [], 'PORT is "many", but a port is a whole number from 1 to 65535.'],
    [{ DATA_DIR: '/dev/null/here' }, [], '(DATA_DIR) cannot be used'],
    [{}, ['--frehs'], "Unknown option '--frehs'"],
  ])('says in a sentence what is wrong with %o %o', async (environment, args, sentence) => {
    await using other = await aPlace()
    const refused = runProgram('start.ts', args, { ...other.environment, ...environment })
    expect(await refused.exitCode).toBe(1)
    expect(refused.printed()).toContain(sentence)
    expect(refused.printed()).not.toContain('    at ')
  })

  it('keeps what was changed over Ctrl-C and a restart, and Ctrl-C ends all that it started', async () => {
    const headers = await asSteward()
    const stale = await json(itsOrganisation, headers)
    const assured = await fetch(new URL(`${itsOrganisation}/assurance`, site), {
      method: 'POST',
      headers: { ...headers, origin: site },
    })
    expect([stale.freshness, assured.status]).toEqual(['stale', 200])

    const family = familyOf(kunak.pid)
    kunak.pressCtrlC()
    expect(await kunak.exitCode).toBe(0)
    expect(family.length).toBeGreaterThan(1)
    expect(family.filter(isAlive)).toEqual([])

    kunak = await start()
    expect((await json(itsOrganisation, headers)).freshness).toBe('fresh')
  })

  it('is not stopped for long by having been killed: the database goes too, and the data are there', async () => {
    const family = familyOf(kunak.pid)
    kunak.kill()
    await kunak.exitCode
    kunak = await start()
    expect(family.filter(isAlive)).toEqual([])
    expect((await json(itsOrganisation, await asSteward())).freshness).toBe('fresh')
  })

  it('says so and stops when its database ends', async () => {
    const [, ...children] = familyOf(kunak.pid)
    for (const pid of children) process.kill(pid, 'SIGKILL')
    expect(await kunak.exitCode).toBe(1)
    expect(kunak.printed()).toContain('The database has stopped by itself.')
  })

  it('starts over with --fresh', async () => {
    kunak = await start('--fresh')
    expect((await json(itsOrganisation, await asSteward())).freshness).toBe('stale')
  })
})
