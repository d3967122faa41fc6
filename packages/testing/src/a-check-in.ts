import { CheckInId, newUlid } from '@kunak/contracts'
import { CheckIn, CheckInCodes, CheckInPlan } from '@kunak/contracts/alerts'
import type { Dependencies } from '@kunak/api'
import { saveCheckIn, tagsOf } from '@kunak/data/alerts'
import { secretsOf } from '@kunak/data/identity'
import { datesOf } from '@kunak/domain/alerts'
import { anOrganisationId, aPersonId, storyTime } from './ids.ts'

/** The codes of every check-in of a test. */
export const checkInCodes = { cancel: 'тихий вечер', duress: 'дождь в горах' } as const

/** An id that nothing else has. */
export const aCheckInId = (): CheckInId => CheckInId.parse(newUlid(Date.parse(storyTime)))

/** A trip through Dagestan of a week from the day on, with a report by six in the evening, unless a test says otherwise. */
export function checkInPlan(said: Partial<CheckInPlan> = {}): CheckInPlan {
  const day = storyTime.slice(0, 10)
  const until = new Date(Date.parse(day) + 6 * 86_400_000).toISOString().slice(0, 10)
  return CheckInPlan.parse({
    organisationId: anOrganisationId(),
    title: 'Поездка по сёлам',
    schedule: { from: day, until, time: '18:00', timeZone: 'Europe/Moscow' },
    graceMinutes: 60,
    drill: 'none',
    audience: 'organisation',
    circleId: null,
    widens: true,
    pressures: ['disappearance'],
    republic: 'RU-DA',
    language: 'ru',
    who: 'Патимат',
    known: 'Едет с водителем из Хасавюрта в Ботлих, серая «Нива».',
    cautions: 'Не звоните родителям.',
    ...said,
  })
}

/** A check-in that has just been planned; what a test says replaces what stands here. */
export function aCheckIn({
  plan,
  ...said
}: Partial<Omit<CheckIn, 'plan'>> & { readonly plan?: Partial<CheckInPlan> } = {}): CheckIn {
  const id = said.id ?? aCheckInId()
  const planned = checkInPlan(plan)
  return CheckIn.parse({
    id,
    version: 1,
    state: 'running',
    ownerId: aPersonId(),
    plan: planned,
    codes: tagsOf(secretsOf('a secret of the tests'), id, CheckInCodes.parse(checkInCodes)),
    createdAt: storyTime,
    dueAt: datesOf(planned.schedule).find((date) => date > storyTime) ?? null,
    missedAt: null,
    reportedAt: null,
    raised: null,
    ended: null,
    duress: 0,
    ...said,
  })
}

/** Puts a check-in into the store as it is, past every rule. */
export async function putCheckIn(
  { database, secrets, now }: Pick<Dependencies, 'database' | 'secrets' | 'now'>,
  checkIn: CheckIn,
): Promise<CheckIn> {
  const saved = await saveCheckIn({ database, secrets }, now(), { before: null, after: checkIn, events: [] })
  if (!saved.ok) throw new Error('A check-in of the test is already there.')
  return checkIn
}
