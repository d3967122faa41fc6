import type { RefusedField } from '@kunak/contracts'

/** A field that is refused where something is so; nothing where it is not. */
export function refusedWhere(isSo: boolean, field: string, code: RefusedField['code']): RefusedField[] {
  return isSo ? [{ field, code }] : []
}
