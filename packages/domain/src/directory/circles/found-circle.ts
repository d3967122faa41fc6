import { type CircleId, ok, type Refusal, refuse, type Result } from '@kunak/contracts'
import { type Circle, mostCircles, type NewCircle, type Organisation } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { mayActFor } from './may-act.ts'

/** What an act changes: the organisation and the circle, which are written together. */
export interface CircleChange {
  readonly organisation: Organisation
  readonly circle: Circle
}

/**
 * An organisation founds a circle, by its steward, and is its first member. Only a vetted one may (`only_vetted`), and only as long as
 * it does not belong to too many (`too_many_circles`).
 */
export function foundCircle(
  viewer: Viewer,
  before: Organisation,
  { now, id, ...said }: NewCircle & { readonly id: CircleId; readonly now: Date },
): Result<CircleChange, Refusal> {
  const may = mayActFor({ viewer, organisation: before, now })
  if (!may.ok) return may
  if (before.standing !== 'vetted') return refuse({ code: 'only_vetted' })
  if (before.circles.length >= mostCircles) return refuse({ code: 'too_many_circles' })
  const at = now.toISOString()
  return ok({
    organisation: { ...before, version: before.version + 1, circles: [...before.circles, id] },
    circle: { id, version: 1, ...said, createdAt: at, members: [{ organisationId: before.id, since: at }], invited: [] },
  })
}
