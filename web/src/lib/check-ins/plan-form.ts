import type { CheckInPlan } from '@kunak/contracts/alerts'
import { formText, formTexts } from '#lib/form-text.ts'

/** A plan as it stands in the form: everything as it was written. */
export interface PlanForm {
  readonly organisationId: string
  readonly title: string
  readonly from: string
  /** Empty where she reports only once. */
  readonly until: string
  readonly time: string
  readonly timeZone: string
  readonly graceMinutes: string
  readonly drill: string
  readonly audience: string
  readonly circleId: string
  readonly widens: boolean
  readonly pressures: readonly string[]
  readonly republic: string
  /** The language of what is written here. */
  readonly language: string
  readonly who: string
  readonly known: string
  readonly cautions: string
}

/** Reads a plan out of a sent form, whose fields are called as the API calls them. */
export function readPlan(form: FormData): PlanForm {
  const text = (name: string) => formText(form, `plan/${name}`)
  return {
    organisationId: text('organisationId'),
    title: text('title'),
    from: text('schedule/from'),
    until: text('schedule/until'),
    time: text('schedule/time'),
    timeZone: text('schedule/timeZone'),
    graceMinutes: text('graceMinutes'),
    drill: text('drill'),
    audience: text('audience'),
    circleId: text('circleId'),
    widens: text('widens') !== '',
    pressures: formTexts(form, 'plan/pressures'),
    republic: text('republic'),
    language: text('language'),
    who: text('who'),
    known: text('known'),
    cautions: text('cautions'),
  }
}

/** The plan as the API takes it; what cannot be is for the API to refuse. Some browsers add seconds to a time. */
export function planJson({ from, until, time, timeZone, ...plan }: PlanForm) {
  const { graceMinutes, audience, circleId, ...same } = plan
  return {
    ...same,
    schedule: { from, until: until || from, time: time.slice(0, 5), timeZone },
    graceMinutes: Number(graceMinutes),
    audience,
    circleId: audience === 'circle' && circleId !== '' ? circleId : null,
  }
}

/** A kept plan as the form holds it. */
export function planForm({ schedule, ...plan }: CheckInPlan): PlanForm {
  const { from, until, time, timeZone } = schedule
  const isOnce = from === until
  const { graceMinutes, circleId } = plan
  return {
    ...plan,
    from,
    until: isOnce ? '' : until,
    time,
    timeZone,
    graceMinutes: `${graceMinutes}`,
    circleId: circleId ?? '',
  }
}

/** A form that nobody has written in yet: from today on, by the clock of Moscow, in which all eight republics live. */
export function emptyPlan({
  organisationId,
  language,
  now,
}: Pick<PlanForm, 'organisationId' | 'language'> & { readonly now: Date }): PlanForm {
  const timeZone = 'Europe/Moscow'
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now)
  const none = { title: '', until: '', time: '', circleId: '', republic: '', who: '', known: '', cautions: '' }
  const usual = { graceMinutes: '60', drill: 'none', audience: '', widens: true, pressures: ['disappearance'] }
  return { ...none, ...usual, organisationId, language, from: today, timeZone }
}
