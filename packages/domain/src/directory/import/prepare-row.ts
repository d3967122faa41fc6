import { createHash } from 'node:crypto'
import { cleanText } from '@kunak/contracts'
import { Profile, type RowProblem } from '@kunak/contracts/directory'
import { everybodyAt } from './audiences.ts'
import { checkProfile } from '../check-profile.ts'
import type { ImportedProfile, PreparedRow } from './prepared-row.ts'

const maxKeyCharacters = 120

/**
 * The last step of reading a row: gives it its key and makes sure that the contract and every rule of a profile hold. A row of which
 * something slipped through is refused whole, so that nothing half-right is ever saved.
 */
export function prepareRow(read: {
  readonly row: number
  readonly key: string
  readonly profile: ImportedProfile
  readonly problems: readonly RowProblem[]
  readonly refusal?: RowProblem | null
  readonly now: Date
}): PreparedRow {
  const { row, profile, problems, now } = read
  const name = Object.values(profile.names)[0] ?? ''
  const key = cleanText(read.key)
  const base = {
    row,
    key: key === '' ? `said-${fingerprint(JSON.stringify(profile))}` : shortKey(key),
    hasOwnKey: key !== '',
    name,
    profile,
    problems,
  }
  if (read.refusal) return { ...base, refusal: read.refusal }
  if (name === '') return { ...base, refusal: { field: '', code: 'no_name', values: {} } }
  const parsed = Profile.safeParse({ ...profile, audiences: everybodyAt('network') })
  if (!parsed.success)
    return { ...base, refusal: { field: fieldOf(parsed.error.issues[0]?.path), code: 'not_readable', values: {} } }
  const broken = checkProfile(parsed.data, now)[0]
  if (broken) return { ...base, refusal: { field: broken.field.slice(1), code: 'not_readable', values: {} } }
  const { audiences: _, ...said } = parsed.data
  return { ...base, profile: said, refusal: null }
}

function shortKey(key: string): string {
  return key.length > maxKeyCharacters ? `long-${fingerprint(key)}` : key
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 32)
}

function fieldOf(path: readonly PropertyKey[] | undefined): string {
  return String(path?.[0] ?? '')
}
