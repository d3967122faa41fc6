import {
  anApi,
  anAuthenticatorCode,
  enrolAuthenticator,
  type FixedClock,
  fixedClock,
  letterFor,
  mailOf,
  proveMail,
  type TestApi,
  type TestBrowser,
} from '@kunak/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Real, twoBrowsers } from './two-browsers.ts'

/**
 * Two browsers before one account: the owner's, who has her mailbox, her app and her paper, and a thief's, who reads her mailbox and
 * whatever goes through it, and nothing else. The machine does what either can do, in any order, and after each step asks the real
 * front door who is in. The thief may never be, once the account has a second factor.
 */
const clock: FixedClock = fixedClock('2026-11-22T09:00:00Z')
let house: TestApi
beforeAll(async () => void (house = await anApi({ now: clock })))
afterAll(() => house[Symbol.asyncDispose]())

const minuteMs = 60_000
const [idleMs, lifeMs, noticeMs, forgottenMs] = [30 * minuteMs, 720 * minuteMs, 72 * 60 * minuteMs, 30 * 1440 * minuteMs]

interface Model {
  /** Whether the account has a second factor. */
  hasFactor: boolean
  /** When a recovery by guardians began, and who has confirmed it. */
  recoveryAt: number | null
  confirmed: Set<0 | 1>
  /** The owner's session: since when, and when its use was noted last. */
  session: { since: number; used: number } | null
}

const at = () => clock().getTime()
const later = (minutes: number) => clock.moveTo(new Date(at() + minutes * minuteMs).toISOString())
const isIn = async (browser: TestBrowser) =>
  browser.cookie('__Host-s') !== undefined && (await browser.ask('GET', '/sessions')).status === 200
const isOwnerIn = ({ session }: Model) => session !== null && at() - session.used < idleMs && at() - session.since < lifeMs
const isRunning = ({ recoveryAt }: Model) => recoveryAt !== null && at() - recoveryAt < forgottenMs
let steps = 0

type Step = fc.AsyncCommand<Model, Real>

/** One step, and after it the question to the real front door who is in. */
function step(
  name: string,
  run: (model: Model, real: Real) => Promise<void>,
  check: (model: Model) => boolean = () => true,
): Step {
  return {
    check: (model) => check(model),
    run: async (model, real) => {
      steps += 1
      await run(model, real)
      expect([name, 'owner', await isIn(real.owner)]).toEqual([name, 'owner', isOwnerIn(model)])
      expect([name, 'thief', await isIn(real.thief)]).toEqual([name, 'thief', false])
      if (!isOwnerIn(model)) model.session = null
      if (model.session && at() - model.session.used >= minuteMs) model.session.used = at()
    },
    toString: () => name,
  }
}

const wait = (minutes: number) => step(`wait ${minutes} minutes`, async () => later(minutes))

/** Proves the mail. It waits first, for how often letters may be asked for is another test's. */
async function mailed(browser: TestBrowser, { who }: Real): Promise<string> {
  later(11)
  const answer = await proveMail(house, browser, mailOf(who))
  expect(answer.status).toBe(200)
  const { next }: { next: string } = await answer.json()
  return next
}

const ownerSignsIn = step('the owner signs in', async (model, real) => {
  await real.owner.ask('POST', '/sign-out')
  later(60)
  const next = await mailed(real.owner, real)
  expect(next).toBe(model.hasFactor ? 'second_factor' : 'enrol')
  model.session = { since: at(), used: at() }
  if (next === 'enrol') return await addApp(model, real)
  const code = anAuthenticatorCode(clock(), real.secret)
  expect((await real.owner.ask('POST', '/sign-in/authenticator', { code })).status).toBe(200)
})

async function addApp(model: Model, real: Real): Promise<void> {
  const { secret, recoveryCode } = await enrolAuthenticator(house, real.owner)
  Object.assign(real, { secret, paper: recoveryCode })
  Object.assign(model, { hasFactor: true, session: { since: at() + 1, used: at() }, recoveryAt: null, confirmed: new Set() })
}

const ownerSignsOut = step('the owner signs out', async (model, { owner }) => {
  await owner.ask('POST', '/sign-out')
  model.session = null
})

const ownerUsesPaper = step(
  'the owner uses her recovery code',
  async (model, real) => {
    expect(await mailed(real.owner, real)).toBe('second_factor')
    expect((await real.owner.ask('POST', '/sign-in/recovery-code', { code: real.paper })).status).toBe(200)
    await addApp(model, real)
  },
  ({ hasFactor }) => hasFactor,
)

/** What ends all other sessions gives the owner's a new beginning. */
const begunAnew = (model: Model) => void (model.session = { since: at() + 1, used: at() })

const ownerStopsRecovery = step('the owner stops a recovery', async (model, { owner }) => {
  if (!isOwnerIn(model)) return
  expect((await owner.ask('DELETE', '/recovery')).status).toBe(model.recoveryAt === null ? 404 : 200)
  if (model.recoveryAt !== null) begunAnew(model)
  Object.assign(model, { recoveryAt: null, confirmed: new Set() })
})

const ownerEndsOthers = step('the owner ends all other sessions', async (model, { owner }) => {
  if (!isOwnerIn(model)) return
  expect((await owner.ask('DELETE', '/sessions')).status).toBe(200)
  begunAnew(model)
})

const thiefBegins = step(
  'a thief begins before there is a second factor',
  async (_, real) => {
    expect(await mailed(real.thief, real)).toBe('enrol')
    const { pending } = await (await real.thief.ask('POST', '/authenticator')).json()
    real.thiefs = pending.secret
  },
  ({ hasFactor }) => !hasFactor,
)

/** All that the mailbox gives, and everything that can be made up. */
const thiefTries = step(
  'a thief tries all that mail gives',
  async (_, real) => {
    const { thief } = real
    const code = anAuthenticatorCode(clock(), real.thiefs || real.secret.toLowerCase().replace(/./, 'B'))
    const refused = async (method: string, path: string, json?: unknown) =>
      expect([path, (await thief.ask(method, path, json)).status]).not.toEqual([path, 200])
    await refused('POST', '/authenticator/confirmation', { code })
    await refused('POST', '/authenticator')
    const asking = letterFor(house, thief)
    expect(await mailed(thief, real)).toBe('second_factor')
    await refused('POST', '/sign-in/confirmation', { code: asking.code })
    await refused('POST', '/sign-in/confirmation', { token: letterFor(house, thief).token })
    await refused('POST', '/sign-in/recovery-code', { code: real.paper.replace(/./, (first) => (first === 'A' ? 'B' : 'A')) })
    await refused('POST', '/authenticator')
    await refused('POST', '/recovery-code')
    await refused('DELETE', '/recovery')
  },
  ({ hasFactor }) => hasFactor,
)

const thiefGuesses = step(
  'a thief guesses a code',
  async (_, real) => {
    later(60)
    expect(await mailed(real.thief, real)).toBe('second_factor')
    const right = anAuthenticatorCode(clock(), real.secret)
    const code = String((Number(right) + 500_000) % 1_000_000).padStart(6, '0')
    const { status } = await real.thief.ask('POST', '/sign-in/authenticator', { code })
    expect([401, 429]).toContain(status)
  },
  ({ hasFactor }) => hasFactor,
)

/** Only what both guardians have confirmed, and nobody has stopped for 72 hours, gives a session: one that enrols. */
const thiefRecovers = step(
  'a thief asks the guardians',
  async (model, real) => {
    const { thief } = real
    expect(await mailed(thief, real)).toBe('second_factor')
    const isReady = isRunning(model) && model.confirmed.size === 2 && at() - (model.recoveryAt ?? 0) >= noticeMs
    const { next } = await (await thief.ask('POST', '/sign-in/recovery')).json()
    expect(next).toBe(isReady ? 'enrol' : 'second_factor')
    if (!isRunning(model)) Object.assign(model, { recoveryAt: at(), confirmed: new Set() })
    // She gives up here: what the guardians have confirmed, they have.
    await thief.ask('POST', '/sign-out')
  },
  ({ hasFactor }) => hasFactor,
)

const guardianConfirms = (index: 0 | 1) =>
  step(`guardian ${index + 1} confirms`, async (model, { guardians, who }) => {
    const path = `/api/v1/wards/${who.personId}/confirmation`
    const answer = await house.ask(guardians[index], 'POST', path, { stepUp: true })
    expect(answer.status).toBe(isRunning(model) ? 200 : 404)
    if (isRunning(model)) model.confirmed.add(index)
  })

const owners = fc.constantFrom(ownerSignsIn, ownerSignsOut, ownerUsesPaper, ownerStopsRecovery, ownerEndsOthers)
const thiefs = fc.constantFrom(thiefBegins, thiefTries, thiefGuesses, thiefRecovers)
const others = fc.constantFrom(
  guardianConfirms(0),
  guardianConfirms(1),
  wait(1),
  wait(29),
  wait(40),
  wait(73 * 60),
  wait(31 * 1440),
)

describe('sign-in, whatever happens in whatever order', () => {
  it('lets nobody in by mail alone once there is a second factor, and always its owner by hers', async () => {
    // `KUNAK_STEPS=10000` walks further.
    const runs = Number(process.env['KUNAK_STEPS'] ?? 600) / 25
    await fc.assert(
      fc.asyncProperty(fc.commands([owners, thiefs, others], { maxCommands: 50, size: 'max' }), async (commands) => {
        later(24 * 60)
        const real = await twoBrowsers(house)
        const model: Model = { hasFactor: false, recoveryAt: null, confirmed: new Set(), session: null }
        await fc.asyncModelRun(() => ({ model, real }), commands)
      }),
      { numRuns: runs, endOnFailure: true },
    )
    expect(steps).toBeGreaterThan(runs * 10)
  }, 600_000)
})
