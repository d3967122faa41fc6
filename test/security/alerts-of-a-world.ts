import type { Organisation } from '@kunak/contracts/directory'
import { type Alert, AlertAudience, consents } from '@kunak/contracts/alerts'
import type { Viewer } from '@kunak/contracts/identity'
import { Actor } from '@kunak/contracts'
import { alertContent, anAlert, circleIds, storyTime } from '@kunak/testing'
import fc from 'fast-check'

const at = new Date(storyTime).toISOString()
const states = ['draft', 'submitted', 'active', 'resolved', 'cancelled', 'expired'] as const

/**
 * Any alerts at all, each raised by one organisation of a world, and perhaps about another; and what somebody of one of `theirs` let
 * coordinators know under duress.
 */
export function alertsOf(
  world: readonly Organisation[],
  theirs: readonly [Alert['raisedBy'], ...Alert['raisedBy'][]],
): fc.Arbitrary<Alert[]> {
  const organisation = fc.constantFrom(...world.map(({ id }) => id))
  const one = fc.record({
    raisedBy: organisation,
    concerns: fc.option(organisation, { nil: null }),
    by: organisation,
    state: fc.constantFrom(...states),
    hasGoneOut: fc.boolean(),
    isVerified: fc.boolean(),
    audience: fc.constantFrom(...AlertAudience.options),
    circleId: fc.option(fc.constantFrom(...circleIds), { nil: null }),
    isPublic: fc.boolean(),
    isCourtPublic: fc.boolean(),
    consent: fc.constantFrom(...consents),
    widenedTo: fc.constantFrom<Alert['widenedTo'][]>([], [{ to: 'coordinators', at }], [{ to: 'network', at }]),
    updates: fc.constantFrom<readonly Record<string, string>[]>(
      [],
      [{}],
      [{ ru: 'Адвокат вошёл.' }],
      [{}, { en: 'A lawyer is in.' }],
    ),
    isExercise: fc.boolean(),
  })
  return fc
    .tuple(fc.array(one, { maxLength: 3 }), fc.constantFrom('active', 'resolved', 'expired'), fc.constantFrom(...theirs))
    .map(([all, state, by]) => [...all.map(alertFrom), silentAlert(by, state)])
}

/** None of the readers gave the code for duress, though some are of that organisation. */
function silentAlert(raisedBy: Alert['raisedBy'], state: Alert['state']): Alert {
  const content = alertContent({ concerns: raisedBy, audience: 'coordinators', headline: { ru: 'Под давлением' } })
  const closed =
    state === 'active' ? null : { at, outcome: state === 'resolved' ? ('released' as const) : null, note: 'Для своих.' }
  return anAlert({ raisedBy, state, content, submittedAt: at, activeAt: at, closed, keptFrom: Actor.parse('a'.repeat(43)) })
}

type Said = {
  readonly [Key in 'raisedBy' | 'isExercise' | 'widenedTo' | 'state']: Alert[Key]
} & Pick<Alert['content'], 'concerns' | 'audience' | 'circleId' | 'isPublic' | 'isCourtPublic' | 'consent'> & {
    readonly by: Alert['raisedBy']
    readonly hasGoneOut: boolean
    readonly isVerified: boolean
    readonly updates: readonly Record<string, string>[]
  }

function alertFrom({ raisedBy, by, state, isExercise, hasGoneOut, isVerified, widenedTo, updates, ...said }: Said): Alert {
  const isOver = state === 'resolved' || state === 'cancelled' || state === 'expired'
  const isOut = state === 'active' || state === 'resolved' || (isOver && hasGoneOut)
  const content = alertContent({
    ...said,
    courtAt: at,
    headline: { ru: 'Обыск' },
    summary: { ru: 'С утра.', en: 'Since morning.' },
  })
  return anAlert({
    raisedBy,
    state,
    isExercise,
    content,
    submittedAt: state === 'draft' ? null : at,
    activeAt: isOut ? at : null,
    verified: isOut && isVerified ? { by, personId: null, at } : null,
    widenedTo: isOut ? widenedTo : [],
    updates: isOut ? updates.map((publicText, place) => ({ id: updateIds[place]!, at, by, text: 'Для своих.', publicText })) : [],
    closed: isOver ? { at, outcome: state === 'resolved' ? 'released' : null, note: 'Для своих.' } : null,
  })
}
const updateIds = ['01KAM5K2G0AAAAAAAAAAAAAAA1', '01KAM5K2G0AAAAAAAAAAAAAAA2'] as Alert['updates'][number]['id'][]

/**
 * The alerts as they would be if whatever this reader may not see of them had never been written. Told a second time, apart from the view
 * function, so that the two can disagree.
 */
export function alertsWithoutTheUnseen(viewer: Viewer, alerts: readonly Alert[], world: readonly Organisation[]): Alert[] {
  const isFrozen = (id: string | null) => world.some((one) => one.id === id && one.standing === 'frozen')
  return alerts.flatMap((alert) => {
    const { content, raisedBy, updates, closed } = alert
    const isPublic = content.isPublic && !isFrozen(raisedBy) && !isFrozen(content.concerns)
    if (reads(viewer, alert)) return [{ ...alert, content: { ...content, isPublic } }]
    if (!isPublic || alert.activeAt === null) return []
    const nothing = alertContent().restricted
    const restricted = Object.fromEntries(Object.keys(nothing).map((name) => [name, ''])) as typeof nothing
    return [
      {
        ...alert,
        content: {
          ...content,
          restricted,
          needs: [],
          consent: 'obtained',
          happenedAt: null,
          courtAt: content.isCourtPublic ? content.courtAt : null,
        },
        updates: updates
          .filter(({ publicText }) => Object.keys(publicText).length > 0)
          .map((update) => ({ ...update, text: '' })),
        closed: closed && { ...closed, note: '' },
        extensions: [],
      },
    ]
  })
}

function reads(viewer: Viewer, { state, activeAt, raisedBy, content, widenedTo, keptFrom }: Alert): boolean {
  const { audience, circleId, concerns } = content
  const isOwn = viewer.memberships.some(({ organisationId }) => organisationId === raisedBy || organisationId === concerns)
  const isInCircle = circleId !== null && viewer.circles.includes(circleId)
  if (keptFrom !== undefined) return viewer.isCoordinator && !isOwn
  // Nobody of these readers has written one.
  if (state === 'draft') return false
  if (audience === 'coordinators') return viewer.isCoordinator
  if (isOwn) return true
  if (activeAt === null) return isInCircle || (audience === 'network' && viewer.isCoordinator)
  if (audience === 'circle' && isInCircle) return true
  if (audience === 'network' || widenedTo.some(({ to }) => to === 'network')) return viewer.isInNetwork || viewer.isCoordinator
  return widenedTo.length > 0 && viewer.isCoordinator
}
