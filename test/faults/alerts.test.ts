import { newUlid, PledgeId, Problem } from '@kunak/contracts'
import type { Alert } from '@kunak/contracts/alerts'
import { listMessages, loadAlert, loadAnswer, loadPledge, loadTally } from '@kunak/data/alerts'
import { inPartition, queryAll } from '@kunak/data'
import {
  alertContent,
  aNeedId,
  anAlert,
  anAlertId,
  anApi,
  anOrganisation,
  aPersonOf,
  fixedClock,
  putAlert,
  storyTime,
  type Someone,
  type TestApi,
} from '@kunak/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf, type FaultyDatabase, makeFaulty } from './faulty-database.ts'

const now = fixedClock(storyTime)
let house: TestApi
let database: FaultyDatabase
beforeAll(async () => {
  house = await anApi({ now })
  database = makeFaulty(house.database.client)
})
afterAll(() => house[Symbol.asyncDispose]())
let came = 0
afterAll(() => {
  process.stdout.write(`Faults: ${Object.keys(useCases).length} acts on alerts, ${came} faults at their calls of the database.\n`)
})

/** What somebody does, from a beginning of its own each time; what must hold after it went wrong, and after she has tried again. */
interface UseCase {
  readonly begin: () => Promise<{
    readonly who: Someone
    readonly alertId: Alert['id']
    readonly ask: readonly [method: string, path: string, json: unknown]
    /** How what it changes stands, where that is not the alert. */
    readonly standing?: () => Promise<string>
  }>
  /** How it stands before and after; null: it is not there. */
  readonly before: string | null
  readonly after: string
  /** The event that has happened once when it is done. */
  readonly event: string
}

const raisers = async () => {
  const [own, other] = [anOrganisation(), anOrganisation()]
  await house.put(own, other)
  return { own, other, writer: aPersonOf(own.id, 'member'), second: aPersonOf(other.id, 'member') }
}
const stored = (alert: Alert) => putAlert(house.dependencies, now(), alert)

/** Somebody whose organisation can offer two of the lawyers that an alert needs. */
async function helpers() {
  const { own, other, writer, second } = await raisers()
  const alert = await stored(anAlert({ raisedBy: own.id, raiserId: writer.personId, state: 'active' }))
  const needId = alert.content.needs[0]?.id ?? aNeedId()
  const id = PledgeId.parse(newUlid(now().getTime()))
  const offer = { id, needId, organisationId: other.id, quantity: 2, day: '2026-11-25', note: '', hasReadNotice: true }
  const standing = async () => {
    const pledge = await loadPledge(house.dependencies, alert.id, id)
    const tally = await loadTally(house.dependencies, alert.id, needId)
    return `${pledge?.state ?? 'none'}, ${tally.offered} offered`
  }
  return { writer, second, alert, offer, standing }
}

/** The same once it has offered them. */
async function offered() {
  const story = await helpers()
  const { second, alert, offer } = story
  expect((await house.ask(second, 'POST', `/api/v1/alerts/${alert.id}/pledges`, { json: offer })).status).toBe(201)
  return story
}

const useCases: Readonly<Record<string, UseCase>> = {
  'begin an alert': {
    before: null,
    after: 'draft',
    event: 'alert_drafted',
    begin: async () => {
      const { own, writer } = await raisers()
      const id = anAlertId()
      const json = { id, content: alertContent(), isExercise: false }
      return { who: writer, alertId: id, ask: ['POST', `/organisations/${own.id}/alerts`, json] }
    },
  },
  'send an alert out': {
    before: 'draft',
    after: 'active',
    event: 'alert_activated',
    begin: async () => {
      const { own, writer } = await raisers()
      const { id } = await stored(anAlert({ raisedBy: own.id, raiserId: writer.personId }))
      return { who: writer, alertId: id, ask: ['POST', `/alerts/${id}/submission`, { atOnce: true }] }
    },
  },
  'confirm an alert': {
    before: 'active',
    after: 'active',
    event: 'alert_verified',
    begin: async () => {
      const { own, other, second } = await raisers()
      const { id } = await stored(anAlert({ raisedBy: own.id, state: 'active', unverifiedUntil: '2026-11-22T15:00:00.000Z' }))
      return { who: second, alertId: id, ask: ['POST', `/alerts/${id}/verification`, { organisationId: other.id }] }
    },
  },
  'offer help': {
    before: 'none, 0 offered',
    after: 'offered, 2 offered',
    event: 'pledge_offered',
    begin: async () => {
      const { second, alert, offer, standing } = await helpers()
      return { who: second, alertId: alert.id, ask: ['POST', `/alerts/${alert.id}/pledges`, offer], standing }
    },
  },
  'accept help': {
    before: 'offered, 2 offered',
    after: 'accepted, 0 offered',
    event: 'pledge_accepted',
    begin: async () => {
      const { writer, alert, offer, standing } = await offered()
      const ask = ['POST', `/alerts/${alert.id}/pledges/${offer.id}/state`, { to: 'accepted' }] as const
      return { who: writer, alertId: alert.id, ask, standing }
    },
  },
  'answer an alert': {
    before: 'none',
    after: 'can_help',
    event: 'alert_answered',
    begin: async () => {
      const { second, alert, offer } = await helpers()
      const standing = async () => (await loadAnswer(house.dependencies, alert.id, second.personId))?.answer ?? 'none'
      const said = { answer: 'can_help', organisationId: offer.organisationId }
      return { who: second, alertId: alert.id, ask: ['POST', `/alerts/${alert.id}/answer`, said], standing }
    },
  },
  'write to the other side of a pledge': {
    before: '0 messages',
    after: '1 messages',
    event: 'pledge_message',
    begin: async () => {
      const { writer, alert, offer } = await offered()
      const standing = async () => `${(await listMessages(house.dependencies, alert.id, offer.id)).length} messages`
      const said = { id: newUlid(now().getTime()), text: 'Когда вас ждать?' }
      return { who: writer, alertId: alert.id, ask: ['POST', `/alerts/${alert.id}/pledges/${offer.id}/messages`, said], standing }
    },
  },
  'call an alert off': {
    before: 'active',
    after: 'cancelled',
    event: 'alert_cancelled',
    begin: async () => {
      const { own, writer } = await raisers()
      const { id } = await stored(anAlert({ raisedBy: own.id, raiserId: writer.personId, state: 'active' }))
      return { who: writer, alertId: id, ask: ['POST', `/alerts/${id}/cancellation`, { note: '' }] }
    },
  },
}

type Story = Awaited<ReturnType<UseCase['begin']>>

/** How it stands now, and how often the event of a use case has happened to the alert. */
async function outcome({ alertId, standing }: Story, event: string) {
  const state = standing ? await standing() : ((await loadAlert(house.dependencies, alertId))?.state ?? null)
  const events = await queryAll(house.database, 'events', inPartition(`ALERT#${alertId}`))
  return { state, happened: events.filter(({ type }) => type === event).length }
}

describe('whatever goes wrong at whichever call of the database', () => {
  it.for(Object.entries(useCases))(
    'to %s is done whole or not at all, and once when tried again',
    { timeout: 90_000 },
    async ([, useCase]) => {
      const clean = await useCase.begin()
      const ask = ({ who, ask: [method, path, json] }: Story) => house.ask(who, method, `/api/v1${path}`, { json })
      // The first question signs her in; what is counted is what the act itself asks.
      const signIn = (who: Someone) => house.ask(who, 'GET', '/api/v1/me')
      await signIn(clean.who)
      database.reset()
      expect((await ask(clean)).ok).toBe(true)
      const planned = faultsOf(database.calls)
      expect(planned.length).toBeGreaterThan(20)

      for (const plan of planned) {
        const what = `${plan.fault} at call ${plan.place + 1}`
        const story = await useCase.begin()
        await signIn(story.who)
        // What was put in has happened before.
        const { happened } = await outcome(story, useCase.event)
        database.reset(plan)
        const response = await ask(story)
        expect(database.hasCome(), what).toBe(true)
        came += 1
        database.reset()
        if (!response.ok)
          expect(Problem.parse(await response.json()).code, what).toMatch(/^(fault|changed_meanwhile|too_many|unavailable)$/)
        const between = await outcome(story, useCase.event)
        const isDone = between.happened > happened
        expect(between, what).toEqual({
          state: isDone ? useCase.after : useCase.before,
          happened: happened + (isDone ? 1 : 0),
        })
        if (response.ok) expect(isDone, what).toBe(true)
        const again = await ask(story)
        expect(again.ok || again.status === 409, `${what}, tried again: ${again.status}`).toBe(true)
        expect(await outcome(story, useCase.event), `${what}, tried again`).toEqual({
          state: useCase.after,
          happened: happened + 1,
        })
      }
    },
  )
})
