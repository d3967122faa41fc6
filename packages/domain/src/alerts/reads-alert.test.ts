import type { Alert } from '@kunak/contracts/alerts'
import type { Viewer } from '@kunak/contracts/identity'
import { aCircleId, alertContent, anAlert, anonymous, anOrganisationId, aPersonId, storyTime } from '@kunak/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listsFor, listsOf } from './lists-of.ts'
import { isForEverybody, isWriter, readsAlert, readsUnconfirmed } from './reads-alert.ts'

const at = new Date(storyTime).toISOString()
const organisations = [anOrganisationId(), anOrganisationId(), anOrganisationId()]
const circles = [aCircleId(), aCircleId()]
const people = [aPersonId(), aPersonId(), aPersonId()]
const orNull = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null })

const alerts: fc.Arbitrary<Alert> = fc
  .record({
    state: fc.constantFrom('draft', 'submitted', 'active', 'resolved', 'cancelled', 'expired'),
    wasOut: fc.boolean(),
    raisedBy: fc.constantFrom(...organisations),
    raiserId: orNull(fc.constantFrom(...people)),
    verifier: orNull(fc.constantFrom(...people)),
    concerns: orNull(fc.constantFrom(...organisations)),
    audience: fc.constantFrom('network', 'circle', 'organisation', 'coordinators'),
    circleId: orNull(fc.constantFrom(...circles)),
    isPublic: fc.boolean(),
    widened: fc.subarray(['network', 'coordinators'] as const),
  })
  .map(({ state, wasOut, raisedBy, raiserId, verifier, widened, ...content }) => {
    const isOut = state === 'active' || (wasOut && state !== 'draft' && state !== 'submitted')
    const isWidened = isOut && content.audience !== 'coordinators'
    return anAlert({
      state,
      raisedBy,
      raiserId,
      verified: verifier && isOut ? { by: anOrganisationId(), personId: verifier, at } : null,
      content: alertContent(content),
      activeAt: isOut ? at : null,
      widenedTo: isWidened ? widened.map((to) => ({ to, at })) : [],
    })
  })

const viewers: fc.Arbitrary<Viewer> = fc
  .record({
    personId: fc.constantFrom(...people),
    memberOf: fc.subarray(organisations),
    circles: fc.subarray(circles),
    isInNetwork: fc.boolean(),
    isCoordinator: fc.boolean(),
  })
  .map(({ memberOf, ...said }) => ({
    ...anonymous,
    ...said,
    isInNetwork: said.isInNetwork || said.isCoordinator,
    memberships: memberOf.map((organisationId) => ({ organisationId, role: 'member' as const })),
  }))

const shares = (viewer: Viewer, alert: Alert, which: (list: string) => boolean) =>
  listsOf(alert).some((list) => which(list) && listsFor(viewer).includes(list))
const isPersonal = (list: string) => list.startsWith('PERSON#')

describe('who reads an alert', () => {
  it('finds it in one of her lists, and finds nothing there that she may not read', () => {
    fc.assert(
      fc.property(viewers, alerts, (viewer, alert) => {
        const reads = readsAlert(viewer, alert)
        const isFound = shares(viewer, alert, (list) => list !== 'PUBLIC' && !isPersonal(list))
        expect(reads).toBe(isFound || isWriter(viewer, alert))
        if (isWriter(viewer, alert)) expect(shares(viewer, alert, isPersonal)).toBe(true)
        expect(listsOf(alert).includes('PUBLIC')).toBe(isForEverybody(alert) && alert.state !== 'draft')
      }),
      { numRuns: 5000 },
    )
  })

  it('is nobody of the public', () => {
    fc.assert(
      fc.property(alerts, (alert) => {
        expect(readsAlert(anonymous, alert)).toBe(false)
      }),
    )
  })

  it('of a draft is its writer alone, as long as she belongs to the organisation for which she writes', () => {
    fc.assert(
      fc.property(viewers, alerts, (viewer, alert) => {
        fc.pre(alert.state === 'draft')
        const isHers =
          viewer.personId === alert.raiserId && viewer.memberships.some((one) => one.organisationId === alert.raisedBy)
        expect(readsAlert(viewer, alert)).toBe(isHers)
      }),
    )
  })

  it('of what is for coordinators is nobody of the organisations concerned but its writer and coordinators', () => {
    fc.assert(
      fc.property(viewers, alerts, (viewer, alert) => {
        fc.pre(alert.content.audience === 'coordinators' && alert.state !== 'draft')
        expect(readsAlert(viewer, alert)).toBe(viewer.isCoordinator || isWriter(viewer, alert))
      }),
    )
  })

  it('of what has never gone out beyond a circle is nobody of the network, however it ended', () => {
    fc.assert(
      fc.property(viewers, alerts, (viewer, alert) => {
        fc.pre(alert.activeAt === null && !viewer.isCoordinator)
        if (readsAlert(viewer, alert)) expect(readsUnconfirmed(viewer, alert)).toBe(true)
      }),
    )
  })
})
