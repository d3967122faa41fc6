import { ok, refuse, type Result } from '@kunak/contracts'
import { type FileProblem, HsdsOrganization } from '@kunak/contracts/directory'
import { emptyProfile } from '../empty-profile.ts'
import { hsdsProfile } from './hsds-profile.ts'
import { prepareRow } from './prepare-row.ts'
import type { PreparedRow } from './prepared-row.ts'
import { maxRows } from './read-table.ts'

/** The organisations of an HSDS 3 file: one, a list of them, or a page with `contents`. Refuses what is no JSON or nothing of these. */
export function readHsds(text: string, now: Date): Result<PreparedRow[], FileProblem> {
  const entries = entriesOf(text)
  if (!entries.ok) return entries
  if (entries.value.length === 0) return refuse({ code: 'no_rows', values: {} })
  if (entries.value.length > maxRows) return refuse({ code: 'too_many_rows', values: { n: maxRows } })
  return ok(entries.value.map((entry, index) => readEntry(entry, index + 1, now)))
}

function entriesOf(text: string): Result<unknown[], FileProblem> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return refuse({ code: 'not_json', values: { where: whereOf(error) } })
  }
  if (Array.isArray(json)) return ok(json)
  if (json !== null && typeof json === 'object') {
    if ('contents' in json && Array.isArray(json.contents)) return ok(json.contents)
    if ('name' in json) return ok([json])
  }
  return refuse({ code: 'not_hsds', values: {} })
}

function readEntry(entry: unknown, row: number, now: Date): PreparedRow {
  const parsed = HsdsOrganization.safeParse(entry)
  if (!parsed.success) {
    const field = (parsed.error.issues[0]?.path ?? []).join('.')
    const refusal = { field, code: 'not_an_organisation', values: {} } as const
    return prepareRow({ row, key: '', profile: emptyProfile, problems: [], refusal, now })
  }
  const { profile, problems } = hsdsProfile(parsed.data, now)
  return prepareRow({ row, key: parsed.data.id ?? '', profile, problems, now })
}

/** Where a JSON text breaks, without what stands there. */
function whereOf(error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  const place = /line (\d+) column (\d+)/.exec(message)
  if (place) return `${place[1]}:${place[2]}`
  const position = /position (\d+)/.exec(message)
  return position ? `#${position[1]}` : '…'
}
