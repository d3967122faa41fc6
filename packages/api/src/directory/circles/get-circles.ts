import { CircleId, type OrganisationId } from '@kunak/contracts'
import { CircleView, MyCircles } from '@kunak/contracts/directory'
import { circleNotesOf, loadCircle, loadCircles } from '@kunak/data/directory'
import { openInvitations, viewCircle, viewOrganisation } from '@kunak/domain/directory'
import { hasRole } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerProblem } from '../../front-door/answer-problem.ts'
import type { Front } from '../../front-door/front.ts'
import { nameOf } from '../../front-door/views-of.ts'
import { organisationsOfCircles } from './organisations-of-circles.ts'

/** One circle, for the people of its organisations. */
export const getCircle = new Hono<Front>().get('/circles/:circle', async (c) => {
  const { viewer, dependencies } = c.var
  const id = CircleId.safeParse(c.req.param('circle'))
  const circle = id.success && viewer.circles.includes(id.data) ? await loadCircle(dependencies.database, id.data) : null
  const organisations = circle && (await organisationsOfCircles(c, [circle]))
  const view = circle && organisations && viewCircle(viewer, circle, { organisations, now: dependencies.now() })
  return view ? c.json(CircleView.parse(view)) : answerProblem(c, 'not_found')
})

/** The circles of the reader's organisations; for stewards also who asks them into one, and what they were taken out of. */
export const getCircles = new Hono<Front>().get('/circles', async (c) => {
  const { viewer, dependencies } = c.var
  const { database } = dependencies
  if (viewer.personId === null) return answerProblem(c, 'not_signed_in')
  const now = dependencies.now()
  const led = viewer.memberships.filter(({ organisationId }) => hasRole(viewer, organisationId, 'steward'))
  const notes = (
    await Promise.all(
      led.map(async ({ organisationId }) =>
        (await circleNotesOf(database, now, organisationId)).map((note) => ({ organisationId, note })),
      ),
    )
  ).flat()
  const asked = notes.filter(({ note }) => note.about === 'invitation').map(({ note }) => note.circleId)
  const circles = new Map((await loadCircles(database, [...new Set([...viewer.circles, ...asked])])).map((one) => [one.id, one]))
  const organisations = await organisationsOfCircles(c, [...circles.values()])
  return c.json(
    MyCircles.parse({
      circles: viewer.circles.flatMap((id) => {
        const circle = circles.get(id)
        const view = circle && viewCircle(viewer, circle, { organisations, now })
        return view ? [{ ...view, own: ownIn(view.members, viewer.memberships) }] : []
      }),
      invitations: notes.flatMap(({ organisationId, note }) => {
        const circle = note.about === 'invitation' ? circles.get(note.circleId) : undefined
        const invitation = circle && openInvitations(circle, now).find((one) => one.organisationId === organisationId)
        if (!invitation) return []
        const by = organisations.get(invitation.by)
        const { id: circleId, name, purpose } = circle
        const named = by ? nameOf(viewOrganisation(viewer, by, now)) : null
        return [{ organisationId, circleId, name, purpose, by: named, at: invitation.at }]
      }),
      removals: notes.flatMap(({ organisationId, note }) =>
        note.about === 'removal' ? [{ organisationId, name: note.name, at: note.at }] : [],
      ),
    }),
  )
})

function ownIn(members: CircleView['members'], memberships: readonly { readonly organisationId: OrganisationId }[]) {
  return members.map(({ id }) => id).filter((id) => memberships.some(({ organisationId }) => organisationId === id))
}
