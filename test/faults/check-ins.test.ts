import { Problem } from '@kunak/contracts'
import { inPartition, queryAll } from '@kunak/data'
import { loadCheckIn } from '@kunak/data/alerts'
import {
  aCheckIn,
  aCheckInId,
  anApi,
  anOrganisation,
  aPersonOf,
  checkInCodes,
  checkInPlan,
  fixedClock,
  putCheckIn,
  storyTime,
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
  process.stdout.write(`Faults: ${acts.length} acts on check-ins, ${came} faults at their calls of the database.\n`)
})

/** How a check-in stands: its state, or whether she has reported; and how many alerts for coordinators there are. */
interface Standing {
  readonly state: string
  readonly alerts: number
}
type Act = readonly [name: string, path: string, json: unknown, before: Standing, after: Standing]

const running: Standing = { state: 'running', alerts: 0 }
const acts: readonly Act[] = [
  ['plan one', '', null, { state: 'none', alerts: 0 }, running],
  ['report', '/report', undefined, running, { state: 'reported', alerts: 0 }],
  ['cancel with her code', '/cancellation', { code: checkInCodes.cancel }, running, { state: 'ended', alerts: 0 }],
  ['cancel under duress', '/cancellation', { code: checkInCodes.duress }, running, { state: 'ended', alerts: 1 }],
]

/** Somebody who is about to do it, with a check-in of her own where one is wanted. */
async function begin([, path, json]: Act) {
  const own = anOrganisation()
  await house.put(own)
  const who = aPersonOf(own.id, 'member')
  const [id, plan] = [aCheckInId(), checkInPlan({ organisationId: own.id })]
  if (path !== '') await putCheckIn(house.dependencies, aCheckIn({ id, ownerId: who.personId, plan }))
  await house.ask(who, 'GET', '/api/v1/check-ins')
  const asked = json === null ? { id, plan, codes: checkInCodes } : json
  const ask = () =>
    house.ask(who, 'POST', `/api/v1/check-ins${path === '' ? '' : `/${id}${path}`}`, asked === undefined ? {} : { json: asked })
  const standing = async (): Promise<Standing> => {
    const kept = await loadCheckIn(house.dependencies, now(), id)
    const said = kept?.reportedAt === null ? kept.state : 'reported'
    return { state: kept ? said : 'none', alerts: (await alertsForCoordinators()) - before }
  }
  const before = await alertsForCoordinators()
  return { ask, standing }
}

async function alertsForCoordinators(): Promise<number> {
  return (await queryAll(house.database, 'alerts', inPartition('LIST#COORDINATORS'))).length
}

describe('whatever goes wrong at whichever call of the database', () => {
  it.for(acts)('to %s is done whole or not at all, and once when tried again', { timeout: 90_000 }, async (act) => {
    const [, , , before, after] = act
    const sound = await begin(act)
    database.reset()
    expect((await sound.ask()).status).toBeLessThan(300)
    const planned = faultsOf([...database.calls])
    for (const fault of planned) {
      const story = await begin(act)
      database.reset(fault)
      const answer = await story.ask()
      came += database.hasCome() ? 1 : 0
      database.reset()
      const what = JSON.stringify(fault)
      expect([before, after], what).toContainEqual(await story.standing())
      if (answer.status >= 400) Problem.parse(await answer.json())
      // Where the store fails, what guards against guessing counts a try; it is hers to try again.
      expect((await story.ask()).status, what).toBeLessThan(300)
      expect(await story.standing(), what).toEqual(after)
    }
  })
})
