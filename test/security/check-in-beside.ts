import { CheckInId } from '@kunak/contracts'
import type { OrganisationId } from '@kunak/contracts'
import type { CheckIn } from '@kunak/contracts/alerts'
import { datesOf } from '@kunak/domain/alerts'
import { aCheckIn, checkInPlan, putCheckIn, type TestApi } from '@kunak/testing'
import { writerBeside } from './alert-beside.ts'

/** The check-in that the steward of an organisation of a test has running: its id follows from the organisation's. */
export const checkInBeside = (id: OrganisationId): CheckInId => CheckInId.parse(`${id.slice(0, 23)}CCC`)

/** A plan for the week from a moment on. */
export function planFrom(organisationId: OrganisationId, now: Date) {
  const dayOf = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
  const schedule = { from: dayOf(0), until: dayOf(6), time: '18:00', timeZone: 'Europe/Moscow' }
  return checkInPlan({ organisationId, schedule })
}

/** Puts it in. */
export function putCheckInBeside(house: TestApi, organisationId: OrganisationId): Promise<CheckIn> {
  const now = house.dependencies.now()
  const plan = planFrom(organisationId, now)
  const dueAt = datesOf(plan.schedule).find((date) => date > now.toISOString()) ?? null
  const beside = { id: checkInBeside(organisationId), ownerId: writerBeside(organisationId), createdAt: now.toISOString() }
  return putCheckIn(house.dependencies, aCheckIn({ ...beside, plan, dueAt }))
}
