import { newUlid, OrganisationId } from '@kunak/contracts'
import type { Organisation, Vouch } from '@kunak/contracts/directory'
import {
  loadGivenVouches,
  loadOrganisation,
  loadOrganisations,
  loadVouchingGraph,
  reviewStandings,
  reviewStandingsDue,
  saveOrganisation,
  saveVouch,
} from '@kunak/data/directory'
import { changeStanding, giveVouch, revokeVouch, supportedOrganisations } from '@kunak/domain/directory'
import {
  anOrganisation,
  aSteward,
  type FixedClock,
  fixedClock,
  freshDatabase,
  storyTime,
  type TestDatabase,
} from '@kunak/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Model, size, type Standing } from './membership-model.ts'

/** Model-based (T1): what the store says of every organisation and vouch is, after each step, what a plain model of the rules says. */

let database: TestDatabase
// One stays open, so that the database does not start anew for every world.
let kept: TestDatabase
beforeAll(async () => void (kept = await freshDatabase()))
afterAll(() => kept[Symbol.asyncDispose]())

interface Real {
  readonly clock: FixedClock
  readonly ids: readonly OrganisationId[]
}
type Command = fc.AsyncCommand<Model, Real>

const how = 'Мы давно работаем вместе.'
const republics = ['RU-DA', 'RU-CE', 'RU-IN'] as const
let steps = 0

async function world(): Promise<{ model: Model; real: Real }> {
  const clock = fixedClock(storyTime)
  const ids = Array.from({ length: size }, () => OrganisationId.parse(newUlid(clock().getTime())))
  // Every world stands alone.
  database = await freshDatabase()
  for (const [number, id] of ids.entries()) {
    const isFounding = number < 2
    const after = anOrganisation({
      id,
      standing: isFounding ? 'vetted' : 'applicant',
      vettedAt: isFounding ? '2026-01-10T09:00:00.000Z' : null,
      isFounding,
      profile: { worksIn: [{ republic: republics[number % 3] ?? 'RU-DA', district: '' }] },
    })
    await save(null, after, clock())
  }
  return { model: new Model(clock().getTime()), real: { clock, ids } }
}

async function save(before: Organisation | null, after: Organisation, now: Date): Promise<void> {
  const saved = await saveOrganisation(database, now, { before, after, event: { type: 'changed', actor: null, data: {} } })
  if (!saved.ok) throw new Error('Nobody else is here.')
}

const stored = async ({ ids }: Real, number: number): Promise<Organisation> => {
  const organisation = await loadOrganisation(database, ids[number] ?? OrganisationId.parse(''))
  if (!organisation) throw new Error('It is not there.')
  return organisation
}

/** One step in both worlds; then the clock's worker has its turn, and both must say the same of everything. */
function step(name: string, both: (model: Model, real: Real) => Promise<boolean>): Command {
  return {
    check: () => true,
    toString: () => name,
    run: async (model, real) => {
      steps += 1
      // What both refuse has changed nothing.
      if (!(await both(model, real))) return
      await reviewStandings(database, real.clock(), { most: 100 })
      model.review()
      const organisations = await loadOrganisations(database, real.ids)
      expect(organisations.map((one) => one.frozen?.before ?? one.standing)).toEqual(model.standings)
      const graph = await loadVouchingGraph(database)
      const supported = supportedOrganisations(graph, real.clock())
      expect(real.ids.map((id) => supported.of(id).isSupported)).toEqual(real.ids.map((_, number) => model.isSupported(number)))
    },
  }
}

const vouchStep = (from: number, to: number): Command =>
  step(`${from} vouches for ${to}`, async (model, real) => {
    const [giver, receiver] = [await stored(real, from), await stored(real, to)]
    const before = await loadGivenVouches(database, giver.id)
    const asked = { to: receiver.id, how }
    const given = { given: before.vouches, asked, now: real.clock() }
    const decided = giveVouch(aSteward(giver.id), { from: giver, to: receiver }, given)
    expect(decided.ok, decided.ok ? '' : decided.refusal.code).toBe(model.vouch(from, to))
    if (decided.ok) await keep(before, decided.value, real)
    return decided.ok
  })

const revokeStep = (from: number, to: number): Command =>
  step(`${from} takes back its word for ${to}`, async (model, real) => {
    const giver = await stored(real, from)
    const before = await loadGivenVouches(database, giver.id)
    const receiver = await stored(real, to)
    const decided = revokeVouch(aSteward(giver.id), giver, { given: before.vouches, to: receiver.id, now: real.clock() })
    expect(decided.ok).toBe(model.revoke(from, to))
    if (decided.ok) await keep(before, decided.value, real)
    return decided.ok
  })

async function keep(before: Awaited<ReturnType<typeof loadGivenVouches>>, after: Vouch, { clock }: Real): Promise<void> {
  expect(await saveVouch(database, clock(), { before, after, how, actor: null })).toMatchObject({ ok: true })
}

const actStep = (act: 'vet' | 'suspend' | 'reinstate' | 'freeze' | 'unfreeze', number: number): Command =>
  step(`two people ${act} ${number}`, async (model, real) => {
    const before = await stored(real, number)
    const isSupported = supportedOrganisations(await loadVouchingGraph(database), real.clock()).of(before.id).isSupported
    const changed = changeStanding(act, before, { isSupported, stewards: 2, foundingCount: 2, now: real.clock() })
    expect(changed.ok, changed.ok ? '' : changed.refusal.code).toBe(model.act(act, number))
    if (changed.ok) await save(before, changed.value, real.clock())
    return changed.ok
  })

const waitStep = (days: number): Command =>
  step(`${days} days pass`, async (model, real) => {
    real.clock.advanceDays(days)
    model.wait(days)
    await reviewStandingsDue(database, real.clock())
    return true
  })

const number = fc.nat({ max: size - 1 })
const early = fc.nat({ max: 3 })
const commands = [
  fc.tuple(early, number).map(([from, to]) => vouchStep(from, to)),
  fc.tuple(number, number).map(([from, to]) => vouchStep(from, to)),
  fc.tuple(early, number).map(([from, to]) => vouchStep(from, to)),
  fc.tuple(number, number).map(([from, to]) => revokeStep(from, to)),
  fc
    .tuple(fc.constantFrom('vet', 'vet', 'vet', 'suspend', 'reinstate', 'freeze', 'unfreeze'), number)
    .map(([act, one]) => actStep(act, one)),
  number.map((one) => actStep('vet', one)),
  fc.constantFrom(1, 30, 61, 95, 400).map((days) => waitStep(days)),
]

it(
  'what is stored of members and vouches is what the rules make of it, over thousands of steps',
  { timeout: 120_000 },
  async () => {
    const seen = new Set<Standing>()
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, { maxCommands: 60, size: 'max' }), async (some) => {
        const made = await world()
        await fc.asyncModelRun(() => made, some)
        for (const standing of made.model.standings) seen.add(standing)
        await database[Symbol.asyncDispose]()
      }),
      { numRuns: Number(process.env['KUNAK_MACHINE_RUNS'] ?? 50), endOnFailure: true },
    )
    expect(steps).toBeGreaterThan(1000)
    expect([...seen].sort()).toEqual(['applicant', 'lapsed', 'suspended', 'vetted'])
  },
)
