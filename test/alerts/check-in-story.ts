import type { CheckInView } from '@kunak/contracts/alerts'
import type { Organisation } from '@kunak/contracts/directory'
import { inPartition, queryAll } from '@kunak/data'
import { loadCheckIn, raiseCheckIns } from '@kunak/data/alerts'
import { saveOrganisation } from '@kunak/data/directory'
import { freezeOrganisation } from '@kunak/domain/directory'
import {
  aCheckIn,
  aCircle,
  aCircleId,
  anOrganisation,
  aPersonOf,
  checkInPlan,
  type FixedClock,
  putCheckIn,
  putCircle,
  type Someone,
  type TestApi,
} from '@kunak/testing'

/** When the first date of a story's check-in passes, and when its grace is over. */
export const [firstDate, graceOver] = ['2026-11-22T15:00:00Z', '2026-11-22T16:00:00Z'] as const

export type Her = Awaited<ReturnType<CheckInStory['somebody']>>

/** What happens around check-ins, over the API and a clock that is moved. */
export class CheckInStory {
  readonly house: TestApi
  readonly clock: FixedClock

  constructor(house: TestApi, clock: FixedClock) {
    this.house = house
    this.clock = clock
  }

  /** Does what the clock's worker does every minute. */
  tick(): Promise<void> {
    return raiseCheckIns(this.house.dependencies)
  }

  /** Somebody of an organisation with a circle, and a check-in of hers for its circle. */
  async somebody(said: Parameters<typeof checkInPlan>[0] = {}) {
    const { house, clock } = this
    const circleId = aCircleId()
    const [own, neighbour] = [anOrganisation({ circles: [circleId] }), anOrganisation({ circles: [circleId] })]
    await house.put(own, neighbour)
    await putCircle(house.database, clock(), aCircle({ id: circleId, members: [own, neighbour] }))
    const who = aPersonOf(own.id, 'steward')
    await house.ask(who, 'GET', '/api/v1/check-ins')
    const plan = checkInPlan({ organisationId: own.id, audience: 'circle', circleId, ...said })
    const checkIn = await putCheckIn(house.dependencies, aCheckIn({ ownerId: who.personId, plan }))
    return { who, own, neighbour, checkIn, path: `/api/v1/check-ins/${checkIn.id}` }
  }

  async view({ who, path }: Pick<Her, 'who' | 'path'>): Promise<CheckInView> {
    return (await (await this.house.ask(who, 'GET', path)).json()) as CheckInView
  }

  async eventsOf({ checkIn }: Pick<Her, 'checkIn'>) {
    const items = await queryAll(this.house.database, 'events', inPartition(`CHECK_IN#${checkIn.id}`))
    return items.map(({ type, data }) => ({ type, data }))
  }

  /** The alert that has come of a check-in, as somebody reads it; null where for her there is none. */
  async alertOf({ checkIn }: Pick<Her, 'checkIn'>, reader: Someone) {
    const kept = await loadCheckIn(this.house.dependencies, this.clock(), checkIn.id)
    const answer = await this.house.ask(reader, 'GET', `/api/v1/alerts/${kept?.raised?.alertId ?? ''}`)
    return answer.status === 200 ? ((await answer.json()) as { state: string; audience: string; isExercise: boolean }) : null
  }

  async freeze(organisation: Organisation): Promise<void> {
    const now = this.clock()
    const frozen = freezeOrganisation('two_coordinators', organisation, now)
    if (!frozen.ok) throw new Error(frozen.refusal.code)
    const event = { type: 'organisation_frozen', actor: null, data: {} }
    await saveOrganisation(this.house.database, now, { before: organisation, after: frozen.value, event })
  }
}
