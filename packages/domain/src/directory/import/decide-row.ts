import { bestText, type OrganisationId } from '@kunak/contracts'
import type { importStandings, Organisation, RowOutcome, RowProblem } from '@kunak/contracts/directory'
import { judge, resemblance } from '../duplicates.ts'
import { importedAudiences } from './audiences.ts'
import { fillProfile } from './fill-profile.ts'
import type { PlannedRow } from './plan-rows.ts'
import { newOrganisation } from '../new-organisation.ts'

/** What is known outside of the file when a row's turn comes. */
export interface RowContext {
  /** The organisation that an earlier run made from this row. */
  readonly known: Organisation | null
  /** The one organisation that carries a register number of this row. */
  readonly registered: Organisation | null
  /** What became of the earlier row that this one is the same as, in this run. */
  readonly earlier: {
    readonly row: number
    readonly organisation: Organisation | null
    readonly problems: readonly RowProblem[]
  } | null
  /** Organisations whose names resemble this row's, without those that this run made. */
  readonly candidates: readonly Organisation[]
  readonly isOnDoNotList: boolean
  readonly standing: (typeof importStandings)[number]
  readonly id: OrganisationId
  readonly now: Date
}

/** What becomes of a row: the state to save (null when nothing changes), and how it is reported. */
export interface RowDecision {
  readonly outcome: RowOutcome
  readonly before: Organisation | null
  readonly after: Organisation | null
  /** The organisation that the row is about, saved or not. */
  readonly organisation: Organisation | null
  readonly problems: readonly RowProblem[]
}

/** Decides one row: new, filled into an organisation that is already there, unchanged, or reported for a person to look at. */
export function decideRow(row: PlannedRow, context: RowContext): RowDecision {
  const { known, earlier, now } = context
  if (row.refusal) return reported(row, row.refusal)
  if (context.isOnDoNotList) return reported(row, { field: '', code: 'on_do_not_list', values: {} })
  if (earlier) {
    if (!earlier.organisation) return { ...reported(row), problems: [...earlier.problems, ...row.problems] }
    return fill(row, earlier.organisation, { merged: { field: '', code: 'same_as_row', values: { other: earlier.row } } })
  }
  if (known) return fill(row, known, {})
  if (context.registered) return fill(row, context.registered, sameAs(context.registered))
  const same = context.candidates.filter((candidate) => judge(row.resemblance, resemblanceOf(candidate)) === 'same')
  if (same.length > 1) return reported(row, { field: '', code: 'same_as_several', values: {} })
  const [only] = same
  if (only) return fill(row, only, sameAs(only))
  const doubtful = context.candidates.find((candidate) => judge(row.resemblance, resemblanceOf(candidate)) === 'doubt')
  if (doubtful) return reported(row, { field: '', code: 'perhaps_same_organisation', values: { name: nameOf(doubtful) } })
  const profile = { ...row.profile, audiences: importedAudiences }
  const after = newOrganisation({ standing: context.standing, profile }, { id: context.id, now })
  return { outcome: 'imported', before: null, after, organisation: after, problems: row.problems }
}

function fill(row: PlannedRow, before: Organisation, { merged }: { readonly merged?: RowProblem }): RowDecision {
  if (before.standing === 'frozen' || before.standing === 'left')
    return reported(row, { field: '', code: 'on_do_not_list', values: {} })
  const { profile, isChanged, problems } = fillProfile(before.profile, row.profile)
  const after = isChanged ? { ...before, version: before.version + 1, profile } : null
  return {
    outcome: isChanged || merged ? 'merged' : 'unchanged',
    before,
    after,
    organisation: after ?? before,
    problems: [...(merged ? [merged] : []), ...problems, ...row.problems],
  }
}

function sameAs(organisation: Organisation): { readonly merged: RowProblem } {
  return { merged: { field: '', code: 'same_as_organisation', values: { name: nameOf(organisation) } } }
}

function reported(row: PlannedRow, reason?: RowProblem): RowDecision {
  return {
    outcome: 'reported',
    before: null,
    after: null,
    organisation: null,
    problems: [...(reason ? [reason] : []), ...row.problems],
  }
}

function resemblanceOf({ profile }: Organisation) {
  return resemblance({ names: Object.values(profile.names), country: profile.basedIn, website: profile.website })
}

function nameOf({ profile }: Organisation): string {
  // The store keeps languages in no order; a coordinator looks for the name that she reads first.
  return bestText(profile.names, 'ru')?.text ?? ''
}
