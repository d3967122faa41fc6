import type { CircleId, OrganisationId } from '@kunak/contracts'
import type { Circle, Organisation } from '@kunak/contracts/directory'
import { aCircle, aCircleId, aCoordinator, aMember, anonymous, anOrganisation, aSteward } from '@kunak/testing'
import { describe, expect, it } from 'vitest'
import { answerCircleInvitation } from './answer-circle-invitation.ts'
import { chooseAudienceCircle, circleInUse } from './choose-audience-circle.ts'
import { foundCircle } from './found-circle.ts'
import { inviteToCircle } from './invite-to-circle.ts'
import { leaveCircle, removeFromCircle } from './leave-circle.ts'
import { viewCircle } from './view-circle.ts'

const now = new Date('2026-11-22T12:00:00.000Z')
const id = aCircleId()
const inCircle = (said: Parameters<typeof anOrganisation>[0] = {}) => anOrganisation({ circles: [id], ...said })
const by = (organisations: readonly Organisation[]) => new Map(organisations.map((one) => [one.id, one]))
const act = (organisation: Organisation, circle: Circle | null) => ({
  viewer: aSteward(organisation.id),
  organisation,
  circle,
  now,
})
const refused = (code: string) => ({ ok: false, refusal: { code } })

describe('founding a circle', () => {
  const said = { id, name: 'Соседи', purpose: '', now }

  it('makes the organisation its first member', () => {
    const before = anOrganisation()
    const founded = foundCircle(aSteward(before.id), before, said)
    expect(founded).toMatchObject({
      ok: true,
      value: { organisation: { version: 2, circles: [id] }, circle: { version: 1, members: [{ organisationId: before.id }] } },
    })
  })

  it('is for stewards of vetted organisations that are not in too many', () => {
    const before = anOrganisation()
    const many = Array.from({ length: 20 }, (): CircleId => aCircleId())
    const applicant = anOrganisation({ standing: 'applicant' })
    expect(foundCircle(aMember(before.id), before, said)).toEqual(refused('not_yours'))
    expect(foundCircle(aSteward(), before, said)).toEqual(refused('not_yours'))
    expect(foundCircle(anonymous, applicant, said)).toEqual(refused('not_found'))
    expect(foundCircle(aSteward(applicant.id), applicant, said)).toEqual(refused('only_vetted'))
    expect(foundCircle(aSteward(before.id), { ...before, circles: many }, said)).toEqual(refused('too_many_circles'))
  })
})

describe('an invitation', () => {
  const first = inCircle()
  const guest = anOrganisation()
  const circle = aCircle({ id, members: [first] })

  it('comes from any organisation of the circle, and joins only with the answer of who was asked', () => {
    const invited = inviteToCircle(act(first, circle), guest)
    if (!invited.ok) throw new Error(invited.refusal.code)
    expect(invited.value.members).toEqual(circle.members)
    const joined = answerCircleInvitation(act(guest, invited.value), { accept: true })
    expect(joined).toMatchObject({
      ok: true,
      value: { organisation: { circles: [id], audienceCircle: null }, circle: { invited: [] } },
    })
    const declined = answerCircleInvitation(act(guest, invited.value), { accept: false })
    expect(declined).toMatchObject({ ok: true, value: { organisation: guest, circle: { invited: [], members: circle.members } } })
    expect(answerCircleInvitation(act(anOrganisation(), invited.value), { accept: true })).toEqual(refused('not_found'))
  })

  it('is over after 30 days, and may then be sent again', () => {
    const at = '2026-10-23T12:00:00.000Z'
    const old = { ...circle, invited: [{ organisationId: guest.id, by: first.id, at }] }
    expect(answerCircleInvitation(act(guest, old), { accept: true })).toEqual(refused('not_found'))
    expect(inviteToCircle(act(first, old), guest)).toMatchObject({ ok: true, value: { invited: [{ at: now.toISOString() }] } })
  })

  it.each<[string, Parameters<typeof inviteToCircle>[0], Organisation | null, string]>([
    ['from an organisation outside of it', act(anOrganisation(), circle), guest, 'not_found'],
    ['to one that is in it', act(first, circle), first, 'already_in_circle'],
    [
      'to one that is not vetted',
      { ...act(first, circle), viewer: { ...aSteward(first.id), isCoordinator: true } },
      anOrganisation({ standing: 'applicant' }),
      'only_vetted',
    ],
    [
      'to one that the steward may not see',
      act(first, circle),
      anOrganisation({ profile: { audiences: { names: 'organisation' } } }),
      'not_found',
    ],
    ['to a frozen one', act(first, circle), anOrganisation({ standing: 'frozen' }), 'not_found'],
    ['to one that is not there', act(first, circle), null, 'not_found'],
    ['into a circle that is not there', act(first, null), guest, 'not_found'],
    [
      'into a full circle',
      act(first, aCircle({ id, members: [first, ...Array.from({ length: 49 }, () => anOrganisation())] })),
      guest,
      'circle_full',
    ],
  ])('is refused %s', (_, acting, invited, code) => {
    expect(inviteToCircle(acting, invited)).toEqual(refused(code))
  })
})

describe('leaving a circle', () => {
  const [first, second, third] = [inCircle({ audienceCircle: id }), inCircle(), inCircle()]
  const circle = aCircle({ id, members: [first, second, third] })
  const organisations = by([first, second, third])

  it('is immediate, and takes with it what the profile showed there', () => {
    const left = leaveCircle(act(first, circle))
    expect(left).toMatchObject({ ok: true, value: { organisation: { circles: [], audienceCircle: null } } })
    expect(left.ok && left.value.circle?.members.map(({ organisationId }) => organisationId)).toEqual([second.id, third.id])
    expect(leaveCircle({ ...act(first, circle), viewer: aMember(first.id) })).toEqual(refused('not_yours'))
  })

  it('is the end of a circle that nobody is left in', () => {
    expect(leaveCircle(act(first, aCircle({ id, members: [first] })))).toMatchObject({ ok: true, value: { circle: null } })
  })

  it('takes back the invitations that came from there', () => {
    const invited = [{ organisationId: anOrganisation().id, by: first.id, at: now.toISOString() }]
    expect(leaveCircle(act(first, { ...circle, invited }))).toMatchObject({ ok: true, value: { circle: { invited: [] } } })
  })

  it('can be made so by the first that is there, and by no other', () => {
    const remove = (organisation: Organisation, removedId: OrganisationId, known = organisations) =>
      removeFromCircle(
        { ...act(organisation, circle), viewer: { ...aSteward(organisation.id), circles: [id] } },
        { removedId, organisations: known },
      )
    expect(remove(first, third.id)).toMatchObject({ ok: true, value: { organisation: { id: third.id, circles: [] } } })
    expect(remove(second, third.id)).toEqual(refused('not_yours'))
    expect(remove(first, first.id)).toEqual(refused('not_yours'))
    expect(remove(first, anOrganisation().id)).toEqual(refused('not_found'))
    // While the first is frozen it is not there, for nobody.
    const known = by([{ ...first, standing: 'frozen' }, second, third])
    expect(remove(second, third.id, known)).toMatchObject({ ok: true })
    expect(remove(second, first.id, known)).toEqual(refused('not_found'))
  })
})

describe('who is in a circle', () => {
  const hidden = inCircle({ profile: { names: { ru: 'Тихая' }, audiences: { names: 'organisation' } } })
  const members = [inCircle(), hidden, inCircle({ standing: 'frozen' }), inCircle({ standing: 'suspended' })]
  const circle = aCircle({ id, members })
  const context = { organisations: by(members), now }

  it('is seen by its people, under their names, without those that are not there at present', () => {
    const seen = viewCircle(aMember(members[0]?.id, { circles: [id] }), circle, context)
    expect(seen?.members.map((member) => member.id)).toEqual([members[0]?.id, hidden.id])
    expect(seen?.members[1]?.names).toEqual({ ru: 'Тихая' })
  })

  it.each([
    ['the public', anonymous],
    ['the network', aMember()],
    ['another circle', aMember(undefined, { circles: [aCircleId()] })],
    ['a coordinator', aCoordinator()],
  ])('is nothing for %s', (_, viewer) => {
    expect(viewCircle(viewer, circle, context)).toBeNull()
  })
})

describe('the circle that a profile means', () => {
  it('is one that the organisation belongs to, or none, as its steward says', () => {
    const before = inCircle({ profile: { audiences: { description: 'circle' } } })
    const choose = (circleId: CircleId | null, viewer = aSteward(before.id)) =>
      chooseAudienceCircle(viewer, before, { circleId, now })
    const chosen = choose(id)
    expect(chosen).toMatchObject({ ok: true, value: { version: 2, audienceCircle: id } })
    expect(choose(null)).toMatchObject({ ok: true, value: { audienceCircle: null } })
    expect(choose(aCircleId())).toMatchObject({ ok: false, refusal: { code: 'invalid', fields: [{ field: '/circleId' }] } })
    expect(choose(id, aMember(before.id))).toEqual(refused('not_yours'))
    expect(chosen.ok && circleInUse(chosen.value)).toBe(id)
    expect(circleInUse(before)).toBeNull()
    expect(circleInUse(inCircle({ audienceCircle: id }))).toBeNull()
  })
})
