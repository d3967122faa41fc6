import { type CircleId, ok, type Refusal, refuse, type Result } from '@kunak/contracts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { mayActFor } from './may-act.ts'

/** Says which circle an organisation's profile means where it says `circle`, by its steward: one that it belongs to, or none. */
export function chooseAudienceCircle(
  viewer: Viewer,
  before: Organisation,
  { circleId, now }: { readonly circleId: CircleId | null; readonly now: Date },
): Result<Organisation, Refusal> {
  const may = mayActFor({ viewer, organisation: before, now })
  if (!may.ok) return may
  const isIn = circleId === null || before.circles.includes(circleId)
  if (!isIn) return refuse({ code: 'invalid', fields: [{ field: '/circleId', code: 'not_one_of' }] })
  return ok({ ...before, version: before.version + 1, audienceCircle: circleId })
}

/** The circle whose people see more of an organisation than everybody else of their class; null where its profile shows it nothing. */
export function circleInUse({ audienceCircle, circles, profile }: Organisation): CircleId | null {
  if (audienceCircle === null || !circles.includes(audienceCircle)) return null
  const chosen = [...Object.values(profile.audiences), ...profile.contacts.map(({ audience }) => audience)]
  return chosen.includes('circle') ? audienceCircle : null
}
