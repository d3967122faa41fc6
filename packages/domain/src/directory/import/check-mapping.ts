import { ok, refuse, type Result } from '@kunak/contracts'
import type { FileProblem, ImportMapping } from '@kunak/contracts/directory'

/** Whether a mapping can be used with a table: it names only columns that are there, and at least one holds the name. */
export function checkMapping(
  table: { readonly columns: readonly string[] },
  mapping: ImportMapping,
): Result<ImportMapping, FileProblem> {
  const missing = Object.keys(mapping.columns).find((column) => !table.columns.includes(column))
  if (missing !== undefined) return refuse({ code: 'no_such_column', values: { name: missing } })
  const hasName = Object.values(mapping.columns).some((target) => target.split(':')[0] === 'name')
  return hasName ? ok(mapping) : refuse({ code: 'no_name_column', values: {} })
}
