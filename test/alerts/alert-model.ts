import type { AlertContent, AlertState, AlertView } from '@kunak/contracts/alerts'
import { monthsLater } from '@kunak/domain/directory'

/** Who takes part, by place in the story. `own` are her organisations, `isIn` whether one of them is in the circle. */
export interface Actor {
  readonly own: readonly Place[]
  readonly isInCircle: boolean
  readonly isInNetwork: boolean
  readonly isCoordinator: boolean
}
export const places = ['theirs', 'friends', 'others', 'applicants'] as const
export type Place = (typeof places)[number]

/** What an alert of the story says: only what decides who reads it and what may be done with it. */
export interface Saying {
  readonly audience: AlertContent['audience']
  readonly isPublic: boolean
  readonly consent: NonNullable<AlertContent['consent']>
  readonly namesCircle: boolean
  readonly concerns: Place | null
  readonly climbs: boolean
}

/** What the rules say of one alert, told a second time and simply. Moments are milliseconds since 1970. */
export interface Model {
  state: AlertState
  writer: string | null
  says: Saying
  touchedAt: number
  submittedAt: number | null
  activeAt: number | null
  until: number
  unverifiedUntil: number | null
  verifiedBy: Place | null
  verifier: string | null
  closedAt: number | null
  outcome: string | null
  updates: number
  extensions: { at: number; reason: string }[]
  asksCoordinators: boolean
  isForNetwork: boolean
  isClimbed: boolean
}

/** Everything in the story is raised by the first organisation. */
export const raiser: Place = 'theirs'
export const hour = 3_600_000

export const begun = (writer: string, says: Saying, at: number): Model => ({
  state: 'draft',
  writer,
  says,
  touchedAt: at,
  submittedAt: null,
  activeAt: null,
  until: 0,
  unverifiedUntil: null,
  verifiedBy: null,
  verifier: null,
  closedAt: null,
  outcome: null,
  updates: 0,
  extensions: [],
  asksCoordinators: false,
  isForNetwork: false,
  isClimbed: false,
})

export const isWide = ({ audience, isPublic }: Saying): boolean => audience === 'network' || isPublic

/** Whether nothing keeps it from going out. */
export const isReady = ({ audience, isPublic, consent, namesCircle, climbs }: Saying): boolean =>
  !(consent === 'refused' && (audience !== 'coordinators' || isPublic)) &&
  !(consent === 'not_reachable' && isPublic) &&
  !(audience === 'organisation' && isPublic) &&
  !(audience === 'coordinators' && climbs) &&
  !(audience === 'circle' && !namesCircle)

/** The alert with what time has settled by now, whoever looked. */
export function settledBy(before: Model | null, now: number): Model | null {
  const model = structuredClone(before)
  if (model) settle(model, now)
  return model
}

function settle(model: Model, now: number): void {
  const ends = [
    ...(model.state === 'submitted' ? [(model.submittedAt ?? 0) + 72 * hour] : []),
    ...(model.state === 'active' ? [model.until] : []),
    ...(model.state === 'active' && model.unverifiedUntil !== null && model.verifiedBy === null ? [model.unverifiedUntil] : []),
  ]
  const end = Math.min(...ends)
  if (end <= now) Object.assign(model, { state: 'expired', closedAt: end })
  if (model.closedAt !== null && monthsLater(new Date(model.closedAt), 12).getTime() <= now)
    Object.assign(model, { writer: null, verifier: null })
}

/** The alert once the clock's worker has been there; null where it was a draft for too long. */
export function tick(before: Model | null, now: number): Model | null {
  const model = settledBy(before, now)
  if (!model || (model.state === 'draft' && model.touchedAt + 30 * 24 * hour <= now)) return null
  const isStepDue = model.state === 'active' && model.says.climbs && (model.activeAt ?? 0) + hour / 2 <= now
  if (!isStepDue || model.isClimbed) return model
  if (model.verifiedBy === null && model.says.audience !== 'network') model.asksCoordinators = true
  else Object.assign(model, { isClimbed: true, isForNetwork: true })
  return model
}

export const isWriter = ({ writer }: Model, name: string, { own }: Actor): boolean => writer === name && own.includes(raiser)
export const isConcerned = ({ says }: Model, { own }: Actor): boolean =>
  own.includes(raiser) || (says.concerns !== null && own.includes(says.concerns))

/** Whether somebody reads the whole. */
export function reads(model: Model, name: string, actor: Actor): boolean {
  const { state, says, activeAt } = model
  if (isWriter(model, name, actor)) return true
  if (state === 'draft') return false
  if (says.audience === 'coordinators') return actor.isCoordinator
  if (isConcerned(model, actor)) return true
  if (says.namesCircle && actor.isInCircle && (says.audience === 'circle' || activeAt === null)) return true
  if (activeAt === null) return says.audience === 'network' && actor.isCoordinator
  if (actor.isCoordinator && (model.asksCoordinators || model.isForNetwork)) return true
  return actor.isInNetwork && (says.audience === 'network' || model.isForNetwork)
}

/** Which part somebody is shown, and whether it has words. */
export function shown(
  model: Model,
  name: string,
  actor: Actor,
  now: number,
): { part: AlertView['part']; hasWords: boolean } | null {
  const { says, activeAt, verifiedBy, unverifiedUntil } = model
  const isWhole = reads(model, name, actor)
  if (!isWhole && !(says.isPublic && activeAt !== null)) return null
  const isInside = isWhole && (isConcerned(model, actor) || actor.isCoordinator || (says.namesCircle && actor.isInCircle))
  const isSilent = verifiedBy === null && unverifiedUntil !== null && unverifiedUntil <= now && !isInside
  return { part: isWhole ? 'whole' : 'public', hasWords: !isSilent }
}
