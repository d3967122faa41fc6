import { type Actor, type Result, refuse, ReportId } from '@kunak/contracts'
import { Report } from '@kunak/contracts/directory'
import { commit, type Saved } from '../commit.ts'
import type { Database } from '../database.ts'
import { loadItem } from '../load-items.ts'
import { inPartition, queryAll } from '../query-items.ts'

const reports = 'REPORTS'
const keptDays = 365
const mostShown = 100
const key = (id: ReportId) => ({ pk: reports, sk: id })

/** The reports that no coordinator has closed, newest first. */
export async function loadReports(database: Database): Promise<Report[]> {
  const items = await queryAll(database, 'directory', { ...inPartition(reports), ScanIndexForward: false, Limit: mostShown })
  return items.map((item) => Report.parse(item['report']))
}

/** Keeps a report for coordinators. Who sent it stands nowhere but, as a commitment, in the audit log. */
export function addReport(
  database: Database,
  now: Date,
  { report, actor }: { readonly report: Report; readonly actor: Actor | null },
): Promise<Saved> {
  const expiresAt = Math.ceil(now.getTime() / 1000) + keptDays * 86_400
  const Item = { ...key(report.id), report, expiresAt }
  return commit(database, now, {
    writes: [{ Put: { TableName: database.tables.directory, Item, ConditionExpression: 'attribute_not_exists(pk)' } }],
    events: [
      { type: 'organisation_reported', subject: `ORGANISATION#${report.organisationId}`, actor, data: { kind: report.kind } },
    ],
  })
}

/** Closes a report: nothing of it is kept. `not_found` where there is none. */
export async function closeReport(
  database: Database,
  now: Date,
  { id, actor }: { readonly id: string; readonly actor: Actor | null },
): Promise<Result<undefined, { readonly code: 'changed_meanwhile' | 'not_found' }>> {
  const parsed = ReportId.safeParse(id)
  if (!parsed.success) return refuse({ code: 'not_found' })
  const TableName = database.tables.directory
  const item = await loadItem(database, 'directory', key(parsed.data))
  if (!item) return refuse({ code: 'not_found' })
  const { organisationId, kind } = Report.parse(item['report'])
  return commit(database, now, {
    writes: [{ Delete: { TableName, Key: key(parsed.data), ConditionExpression: 'attribute_exists(pk)' } }],
    events: [{ type: 'report_closed', subject: `ORGANISATION#${organisationId}`, actor, data: { kind } }],
  })
}
