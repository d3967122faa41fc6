import { ok, type Refusal, refuse, type Result } from '@kunak/contracts'
import type { LegalFlagRecord, Organisation } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { refuseStranger } from '../identity/index.ts'
import { viewOrganisation } from './view-organisation.ts'

/**
 * The legal labels that a coordinator has found in a state's register; they replace those recorded before and leave alone what the
 * organisation says of itself, except that a label recorded by a coordinator stands once.
 */
export function recordLegalFlags(
  viewer: Viewer,
  before: Organisation,
  { now, ...record }: LegalFlagRecord & { readonly now: Date },
): Result<Organisation, Refusal> {
  if (viewOrganisation(viewer, before, now) === null) return refuse({ code: 'not_found' })
  if (!viewer.isCoordinator) return refuseStranger(viewer)
  const today = now.toISOString().slice(0, 10)
  const fields = record.flags.flatMap(({ flag, since }, index) => [
    ...(record.flags.findIndex((other) => other.flag === flag) < index
      ? [{ field: `/flags/${index}/flag`, code: 'said_twice' as const }]
      : []),
    ...(since !== null && since > today ? [{ field: `/flags/${index}/since`, code: 'in_the_future' as const }] : []),
  ])
  if (fields.length > 0) return refuse({ code: 'invalid', fields })
  const recorded = record.flags.map((flag) => ({ ...flag, recordedBy: 'coordinator' as const }))
  const said = before.profile.legalFlags.filter(
    ({ flag, recordedBy }) => recordedBy === 'self' && !recorded.some((other) => other.flag === flag),
  )
  return ok({ ...before, version: before.version + 1, profile: { ...before.profile, legalFlags: [...recorded, ...said] } })
}
