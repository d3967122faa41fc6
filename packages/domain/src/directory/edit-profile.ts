import { audiences, ok, type Refusal, type RefusedField, refuse, type Result } from '@kunak/contracts'
import { type LegalFlag, type Organisation, type Profile } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { hasRole, isOwn, refuseStranger } from '../identity/index.ts'
import { checkProfile } from './check-profile.ts'
import { viewOrganisation } from './view-organisation.ts'

/**
 * A new profile for an organisation, from one of its own people. Saving is also saying that all of it is right today, but where she
 * had only a part of it before her (`assures` is false). Refuses what is not hers to see (`not_found`) or change (`not_yours`), a version that is no longer the current one (`changed_meanwhile`), and
 * names each field that breaks a rule: check digits, countries, an audience widened by somebody who is no steward, a legal label
 * that a coordinator recorded.
 */
export function editProfile(
  viewer: Viewer,
  before: Organisation,
  {
    now,
    assures = true,
    ...edit
  }: { readonly version: number; readonly profile: Profile; readonly assures?: boolean; readonly now: Date },
): Result<Organisation, Refusal> {
  if (viewOrganisation(viewer, before, now) === null) return refuse({ code: 'not_found' })
  if (!isOwn(viewer, before.id)) return refuseStranger(viewer)
  if (edit.version !== before.version) return refuse({ code: 'changed_meanwhile' })
  const fields = [
    ...checkProfile(edit.profile, now),
    ...(hasRole(viewer, before.id, 'steward') ? [] : widened(before.profile, edit.profile)),
    ...coordinatorsFlagsTouched(before.profile.legalFlags, edit.profile.legalFlags),
  ]
  if (fields.length > 0) return refuse({ code: 'invalid', fields })
  const assuredAt = assures ? now.toISOString() : before.assuredAt
  return ok({ ...before, version: before.version + 1, profile: edit.profile, assuredAt })
}

/** Whether a profile shows something to more people than before: only its steward may, and she proves that it is she. */
export function widensAudience(before: Profile, after: Profile): boolean {
  return widened(before, after).length > 0
}

const width = (audience: (typeof audiences)[number]) => audiences.indexOf(audience)

function widened(before: Profile, after: Profile): RefusedField[] {
  const groups = Object.entries(after.audiences)
    .filter(([group, audience]) => width(audience) < width(before.audiences[group as keyof Profile['audiences']]))
    .map(([group]) => ({ field: `/audiences/${group}`, code: 'only_steward_widens' as const }))
  const contacts = after.contacts.flatMap((contact, index) => {
    const earlier = before.contacts.find(({ channel, value }) => channel === contact.channel && value === contact.value)
    const limit = earlier?.audience ?? 'organisation'
    return width(contact.audience) < width(limit)
      ? [{ field: `/contacts/${index}/audience`, code: 'only_steward_widens' as const }]
      : []
  })
  return [...groups, ...contacts]
}

function coordinatorsFlagsTouched(before: readonly LegalFlag[], after: readonly LegalFlag[]): RefusedField[] {
  const recorded = (flags: readonly LegalFlag[]) =>
    JSON.stringify(
      flags
        .filter(({ recordedBy }) => recordedBy === 'coordinator')
        .map(({ flag, since }) => [flag, since])
        .sort(),
    )
  return recorded(before) === recorded(after) ? [] : [{ field: '/legalFlags', code: 'only_coordinator_records' }]
}
