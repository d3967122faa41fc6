import { describeField, fieldLabel } from './describe-field.ts'
import type { ProfileDraft } from './profile-draft.ts'
import { type PartField, type ProfilePart, valuesOf } from './profile-parts.ts'

/** An overview shows as much of a part as tells what is in it. */
const [mostLines, mostLetters] = [3, 90]

/** What a part of a profile says now, in a few short lines, and how many more there are. */
export function partHolds(draft: ProfileDraft, part: ProfilePart): { readonly lines: readonly string[]; readonly more: number } {
  const lines = (Object.keys(valuesOf(draft, part)) as PartField[])
    .filter((field) => !field.startsWith('audiences/'))
    .flatMap((field) => describeField(field, draft).map((line) => short(isPlain(field) ? `${fieldLabel(field)}: ${line}` : line)))
  return { lines: lines.slice(0, mostLines), more: Math.max(0, lines.length - mostLines) }
}

// Rows and texts by language say by themselves what they are.
const isPlain = (field: PartField) =>
  !['names', 'description', 'worksIn', 'expertise', 'contacts', 'identifiers', 'legalFlags'].includes(field)

function short(line: string): string {
  const letters = [...line]
  return letters.length > mostLetters ? `${letters.slice(0, mostLetters).join('').trimEnd()}…` : line
}
