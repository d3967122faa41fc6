import type { Alert, AlertView } from '@kunak/contracts/alerts'
import { advanceAlerts } from '@kunak/data/alerts'
import { alertAsOf } from '@kunak/domain/alerts'
import { anApi, fixedClock, type FixedClock, storyTime, type TestApi } from '@kunak/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Model, settledBy, shown, tick } from './alert-model.ts'
import { take } from './alert-rules.ts'
import { actors, beginnings, type Name, names, requestOf, type Step, steps } from './alert-steps.ts'
import { beginStory, freshAlertId, soundAlert, type Story } from './alert-world.ts'

/** How many steps are taken in all; `KUNAK_STEPS=50000` looks longer. */
const wanted = Number(process.env['KUNAK_STEPS'] ?? 1000)
const storyLength = 30

const clock: FixedClock = fixedClock(storyTime)
let house: TestApi
beforeAll(async () => void (house = await anApi({ now: clock })))
afterAll(() => house[Symbol.asyncDispose]())

const pass = (minutes: number) => clock.moveTo(new Date(clock().getTime() + minutes * 60_000).toISOString())
const worker = () => advanceAlerts({ database: house.database, secrets: house.dependencies.secrets }, clock())

/** What comes between two steps: time, which may jump either way, and the clock's worker, who may come late or not at all. */
interface Pause {
  readonly minutes: number
  readonly ticks: boolean
}
const pauses: fc.Arbitrary<Pause> = fc.record({
  minutes: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(1, 5, 35) },
    { weight: 3, arbitrary: fc.constantFrom(61, 300, 360, 700) },
    { weight: 1, arbitrary: fc.constantFrom(-90, -30, 2880, 4320, 10_080) },
    { weight: 1, arbitrary: fc.constantFrom(50_000, 600_000) },
  ),
  ticks: fc.boolean(),
})

async function ask(story: Story, step: Step, { model, version }: { model: Model | null; version: number }): Promise<number> {
  const { method, path, asked } = requestOf(step, { ...story, version, now: clock().getTime() }, model)
  return (await house.ask(story.people[step.by], method, path, asked)).status
}

/** What is stored says what the model says, and one reader is shown what she may see. */
async function compare(story: Story, model: Model | null, reader: Name): Promise<Alert | null> {
  const now = clock().getTime()
  const stored = await soundAlert(story)
  const expected = settledBy(model, now)
  const alert = stored && alertAsOf(stored, clock())
  expect(
    alert && {
      state: alert.state,
      isWritten: alert.raiserId !== null,
      activeAt: alert.activeAt && Date.parse(alert.activeAt),
      until: Date.parse(alert.until ?? '1970-01-01T00:00:00Z'),
      isConfirmed: alert.verified !== null,
      closedAt: alert.closed && Date.parse(alert.closed.at),
      updates: alert.updates.length,
      extensions: alert.extensions.length,
      widenedTo: alert.widenedTo.map(({ to }) => to),
    },
  ).toEqual(
    expected && {
      state: expected.state,
      isWritten: expected.writer !== null,
      activeAt: expected.activeAt,
      until: expected.until,
      isConfirmed: expected.verifiedBy !== null,
      closedAt: expected.closedAt,
      updates: expected.updates,
      extensions: expected.extensions.length,
      widenedTo: [
        ...(expected.asksCoordinators ? (['coordinators'] as const) : []),
        ...(expected.isForNetwork ? (['network'] as const) : []),
      ],
    },
  )
  const response = await house.ask(story.people[reader], 'GET', `/api/v1/alerts/${story.id}`)
  const promised = expected && shown(expected, reader, actors[reader], now)
  expect(response.status).toBe(promised ? 200 : 404)
  if (!promised) return stored
  const view = (await response.json()) as AlertView
  expect({ part: view.part, hasWords: Object.keys(view.headline).length > 0, state: view.state }).toEqual({
    ...promised,
    hasWords: promised.hasWords && (expected.says.isPublic || alert?.forgottenAt === null),
    state: expected.state,
  })
  return stored
}

let taken = 0
const answers = new Map<string, number>()
const states = new Set<string>()
afterAll(() => {
  const counted = [...answers].sort().map(([status, count]) => `${count} × ${status}`)
  process.stdout.write(`Alert machine: ${taken} steps, as promised: ${counted.join(', ')}.\n`)
})
const count = (status: number) => {
  taken += 1
  answers.set(`${status}`, (answers.get(`${status}`) ?? 0) + 1)
}

describe('an alert', { timeout: Math.max(300_000, wanted * 300) }, () => {
  it('goes where the rules say, whoever does what and however the clock goes', async () => {
    const moments = fc.record({ step: steps, instead: beginnings, pause: pauses, reader: fc.constantFrom(...names) })
    await fc.assert(
      fc.asyncProperty(fc.array(moments, { minLength: storyLength, maxLength: storyLength }), async (moves) => {
        const story = await beginStory(house, clock)
        let model: Model | null = null
        let version = 0
        for (const { step: any, instead, pause, reader } of moves) {
          pass(pause.minutes)
          if (pause.ticks) {
            await worker()
            version = (await soundAlert(story))?.version ?? 0
            model = tick(model, clock().getTime())
          }
          if (!model) story.id = freshAlertId(clock)
          const step = model ? any : (instead ?? any)
          const { status, after } = take(step, model, clock().getTime())
          expect(await ask(story, step, { model, version }), JSON.stringify(step)).toBe(status)
          count(status)
          model = after
          version = (await compare(story, model, reader))?.version ?? 0
          if (model) states.add(model.state)
        }
        pass(1_000_000)
      }),
      { numRuns: Math.ceil((wanted * 2) / 3 / storyLength), endOnFailure: true },
    )
    if (wanted >= 1000) expect([...states].sort()).toEqual(['active', 'cancelled', 'draft', 'expired', 'resolved', 'submitted'])
  })

  it('stays sound when two do something at once, or one does it twice, while the clock’s worker is there', async () => {
    const pairs = fc.record({ one: steps, instead: beginnings, other: fc.option(steps, { nil: null }), pause: pauses })
    await fc.assert(
      fc.asyncProperty(fc.array(pairs, { minLength: storyLength / 2, maxLength: storyLength / 2 }), async (moves) => {
        const story = await beginStory(house, clock)
        for (const { one: any, instead, other, pause } of moves) {
          pass(pause.minutes)
          const there = await soundAlert(story)
          if (!there) story.id = freshAlertId(clock)
          const one = there ? any : (instead ?? any)
          const both = [one, other ?? one]
          const statuses = await Promise.all([
            ...both.map((step) => ask(story, step, { model: null, version: there?.version ?? 0 })),
            pause.ticks && worker(),
          ])
          for (const status of statuses.slice(0, 2)) {
            expect(status).toBeLessThan(500)
            count(Number(status))
          }
          await soundAlert(story)
        }
        pass(1_000_000)
      }),
      { numRuns: Math.ceil(wanted / 3 / storyLength), endOnFailure: true },
    )
  })
})
