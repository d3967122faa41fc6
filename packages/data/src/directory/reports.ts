import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { type Actor, type Result, refuse, ReportId } from '@kunak/contracts'
import { Report } from '@kunak/contracts/directory'
import { commit } from '../commit.ts'
import type { Database } from '../database.ts'

const reports = 'REPORTS'
const keptDays = 365
const mostShown = 100
const key = (id: ReportId) => ({ pk: reports, sk: id })

/** The reports that no coordinator has closed, newest first. */
export async function loadReports(database: Database): Promise<Report[]> {
  const { Items = [] } = await database.client.send(
    new QueryCommand({
      TableName: database.tables.directory,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': reports },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: mostShown,
    }),
  )
  return Items.map((item) => Report.parse(item['report']))
}

/** Keeps a report for coordinators. Who sent it stands nowhere but, as a commitment, in the audit log. */
export function addReport(
  database: Database,
  now: Date,
  { report, actor }: { readonly report: Report; readonly actor: Actor | null },
): Promise<Result<undefined, { readonly code: 'changed_meanwhile' }>> {
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
  const { Item } = await database.client.send(new GetCommand({ TableName, Key: key(parsed.data), ConsistentRead: true }))
  if (!Item) return refuse({ code: 'not_found' })
  const { organisationId, kind } = Report.parse(Item['report'])
  return commit(database, now, {
    writes: [{ Delete: { TableName, Key: key(parsed.data), ConditionExpression: 'attribute_exists(pk)' } }],
    events: [{ type: 'report_closed', subject: `ORGANISATION#${organisationId}`, actor, data: { kind } }],
  })
}
