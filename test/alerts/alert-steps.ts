import { type AlertId, type OrganisationId, UpdateId } from '@kunak/contracts'
import { alertContent, type Asked } from '@kunak/testing'
import fc from 'fast-check'
import { type Actor, type Model, type Place, places, raiser, type Saying } from './alert-model.ts'

export const names = ['writer', 'colleague', 'both', 'friend', 'other', 'coordinator', 'applicant', 'nobody'] as const
export type Name = (typeof names)[number]
/** Everybody of the story. One works for two of the organisations; the coordinator belongs to one that is not in the circle. */
export const actors: Readonly<Record<Name, Actor>> = {
  writer: { own: ['theirs'], isInCircle: true, isInNetwork: true, isCoordinator: false },
  colleague: { own: ['theirs'], isInCircle: true, isInNetwork: true, isCoordinator: false },
  both: { own: ['theirs', 'friends'], isInCircle: true, isInNetwork: true, isCoordinator: false },
  friend: { own: ['friends'], isInCircle: true, isInNetwork: true, isCoordinator: false },
  other: { own: ['others'], isInCircle: false, isInNetwork: true, isCoordinator: false },
  coordinator: { own: ['others'], isInCircle: false, isInNetwork: true, isCoordinator: true },
  applicant: { own: ['applicants'], isInCircle: false, isInNetwork: false, isCoordinator: false },
  nobody: { own: [], isInCircle: false, isInNetwork: false, isCoordinator: false },
}

const sayings: fc.Arbitrary<Saying> = fc.record({
  audience: fc.constantFrom('network', 'network', 'network', 'circle', 'organisation', 'coordinators'),
  isPublic: fc.boolean(),
  consent: fc.constantFrom('obtained', 'obtained', 'obtained', 'by_relative_or_lawyer', 'not_reachable', 'refused'),
  namesCircle: fc.boolean(),
  concerns: fc.constantFrom(null, null, 'theirs', 'friends', 'others'),
  climbs: fc.boolean(),
})

/** One thing that somebody does. */
export type Step =
  | { readonly does: 'begin'; readonly by: Name; readonly says: Saying }
  | { readonly does: 'edit'; readonly by: Name; readonly says: Saying; readonly isStale: boolean }
  | { readonly does: 'discard' | 'update' | 'repeat update' | 'cancel'; readonly by: Name }
  | { readonly does: 'submit'; readonly by: Name; readonly atOnce: boolean }
  | { readonly does: 'verify'; readonly by: Name; readonly organisation: Place }
  | { readonly does: 'extend'; readonly by: Name; readonly reason: string }
  | { readonly does: 'resolve'; readonly by: Name; readonly outcome: 'released' | 'fined' }

const is = <const Does extends string>(...does: Does[]) => fc.constantFrom(...does)
const writers = fc.oneof({ weight: 4, arbitrary: fc.constant<Name>('writer') }, fc.constantFrom(...names))
const who = fc.oneof({ weight: 2, arbitrary: fc.constantFrom<Name>('writer', 'friend') }, fc.constantFrom(...names))
const insiders = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Name>('writer', 'colleague', 'both') },
  fc.constantFrom(...names),
)
export const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: is('begin'),
      by: fc.constantFrom<Name>('writer', 'writer', 'colleague', 'other', 'applicant', 'nobody'),
      says: sayings,
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: is('edit'), by: writers, says: sayings, isStale: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ does: is('discard'), by: who }) },
  { weight: 7, arbitrary: fc.record({ does: is('submit'), by: writers, atOnce: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc
      .oneof(
        { weight: 4, arbitrary: fc.constantFrom(['friend', 'friends'] as const, ['other', 'others'], ['coordinator', 'others']) },
        fc.tuple(fc.constantFrom(...names), fc.constantFrom(...places)),
      )
      .map(([by, organisation]) => ({ does: 'verify' as const, by, organisation })),
  },
  { weight: 3, arbitrary: fc.record({ does: is('update', 'repeat update'), by: insiders }) },
  { weight: 2, arbitrary: fc.record({ does: is('extend'), by: insiders, reason: fc.constantFrom('Обыск идёт', 'Идёт суд') }) },
  { weight: 1, arbitrary: fc.record({ does: is('resolve'), by: insiders, outcome: fc.constantFrom('released', 'fined') }) },
  { weight: 1, arbitrary: fc.record({ does: is('cancel'), by: insiders }) },
)

/** What mostly happens where there is no alert yet. */
export const beginnings: fc.Arbitrary<Step | null> = fc.option(
  fc.record({ does: is('begin'), by: fc.constant<Name>('writer'), says: sayings }),
  { nil: null, freq: 5 },
)

/** What the world of a story knows things by. */
export interface World {
  readonly id: AlertId
  readonly organisations: Readonly<Record<Place, OrganisationId>>
  readonly circleId: NonNullable<ReturnType<typeof alertContent>['circleId']>
  readonly now: number
  /** The version that is stored. */
  readonly version: number
}

/** The update that is said last, so that it can be said again. */
const updateId = ({ id }: World, number: number) => UpdateId.parse(id.slice(0, 20) + String(number).padStart(6, '0'))

/** How a step is asked of the API. */
export function requestOf(step: Step, world: World, model: Model | null): { method: string; path: string; asked: Asked } {
  const alert = `/api/v1/alerts/${world.id}`
  const post = (path: string, json: unknown) => ({ method: 'POST', path, asked: { json } })
  switch (step.does) {
    case 'begin':
      return post(`/api/v1/organisations/${world.organisations[ownOrRaiser(step.by)]}/alerts`, {
        id: world.id,
        ...bodyOf(step.says, world),
      })
    case 'edit': {
      const headers = { 'if-match': `"${step.isStale ? world.version + 1 : world.version}"` }
      return { method: 'PUT', path: alert, asked: { json: bodyOf(step.says, world), headers } }
    }
    case 'discard':
      return { method: 'DELETE', path: alert, asked: {} }
    case 'submit':
      return post(`${alert}/submission`, { atOnce: step.atOnce })
    case 'verify':
      return post(`${alert}/verification`, { organisationId: world.organisations[step.organisation] })
    case 'update':
      return post(`${alert}/updates`, { id: updateId(world, model?.updates ?? 0), text: 'Ещё', publicText: { ru: 'Ещё' } })
    case 'repeat update':
      return post(`${alert}/updates`, { id: updateId(world, Math.max(0, (model?.updates ?? 1) - 1)), text: 'Ещё раз' })
    case 'extend':
      return post(`${alert}/extension`, { reason: step.reason })
    case 'resolve':
      return post(`${alert}/outcome`, { outcome: step.outcome })
    case 'cancel':
      return post(`${alert}/cancellation`, {})
  }
}

/** Strangers try the first organisation, the applicant her own. */
const ownOrRaiser = (by: Name): Place => (by === 'applicant' ? 'applicants' : raiser)

function bodyOf({ audience, isPublic, consent, namesCircle, concerns, climbs }: Saying, { organisations, circleId }: World) {
  const content = alertContent({
    audience,
    isPublic,
    consent,
    circleId: namesCircle ? circleId : null,
    concerns: concerns && organisations[concerns],
    ladder: climbs ? [{ afterMinutes: 30, atLeast: 1, to: 'network' }] : [],
    headline: { ru: 'Обыск' },
    summary: { ru: 'Идёт обыск.' },
  })
  // The needs of one alert keep their ids, as a page would send them again.
  return { content: { ...content, needs: [] }, isExercise: false }
}
