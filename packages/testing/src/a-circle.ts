import { CircleId, newUlid } from '@kunak/contracts'
import { Circle, type Organisation } from '@kunak/contracts/directory'
import { commit, type Database } from '@kunak/data'
import { circleWrite } from '@kunak/data/directory'
import { storyTime } from './ids.ts'

/** An id that nothing else has. */
export const aCircleId = (): CircleId => CircleId.parse(newUlid(Date.parse(storyTime)))

/**
 * A circle of some organisations, in the order in which they joined. That they belong to it stands in each of them, too:
 * `anOrganisation({ circles: [circle.id] })`.
 */
export function aCircle({
  members = [],
  ...said
}: Partial<Omit<Circle, 'members'>> & { readonly members?: readonly Pick<Organisation, 'id'>[] } = {}): Circle {
  return Circle.parse({
    id: aCircleId(),
    version: 1,
    name: 'Соседи',
    purpose: 'Помогаем друг другу с делами, о которых не рассказываем всем.',
    createdAt: '2026-05-01T09:00:00.000Z',
    invited: [],
    ...said,
    members: members.map(({ id }) => ({ organisationId: id, since: '2026-05-01T09:00:00.000Z' })),
  })
}

/** Puts a circle into the store as it is, past every rule. */
export async function putCircle(database: Database, now: Date, circle: Circle): Promise<void> {
  const saved = await commit(database, now, { writes: [circleWrite(database, null, circle)], events: [] })
  if (!saved.ok) throw new Error('A circle of the test is already there.')
}
