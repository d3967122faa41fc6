import type { Profile, RowProblem } from '@kunak/contracts/directory'

/** What an import can say of an organisation: everything but who may see it. */
export type ImportedProfile = Omit<Profile, 'audiences'>

/** One row or entry of a file, read and checked, ready to be compared and saved. */
export interface PreparedRow {
  readonly row: number
  /** What names this row in its source for ever: the file's own key, or else a fingerprint of what the row says. */
  readonly key: string
  readonly hasOwnKey: boolean
  readonly name: string
  /** Why nothing can be made of the row, or null. */
  readonly refusal: RowProblem | null
  readonly profile: ImportedProfile
  /** What could not be used and was left out. */
  readonly problems: readonly RowProblem[]
}
