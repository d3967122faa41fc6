import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { ok, refuse, type Result } from '@kunak/contracts'
import type { ImportMapping, ImportSums } from '@kunak/contracts/directory'
import { unlessRefused } from '../conditions.ts'
import type { Database } from '../database.ts'
import { queryAll } from '../query-items.ts'
import { imports, jobKey, StoredImport } from './import-items.ts'
import { loadImport } from './imports.ts'

type Changed = Result<StoredImport, { readonly code: 'changed_meanwhile' }>

/** Another mapping for a file that is not running yet; what was checked before no longer counts. */
export function changeMapping(database: Database, stored: StoredImport, mapping: ImportMapping) {
  return changeJob(database, stored, {
    from: ['uploaded', 'checked'],
    set: { state: 'uploaded', mapping },
    remove: ['sums'],
  })
}

/** Notes what a check foresees, if the mapping is still the one that was checked. */
export function markChecked(database: Database, stored: StoredImport, sums: ImportSums) {
  return changeJob(database, stored, { from: ['uploaded', 'checked'], set: { state: 'checked', sums }, version: stored.version })
}

/** `checked → running`: of several who start it, one does. `already_running` for the others, `check_first` when nobody has checked. */
export async function startImport(
  database: Database,
  now: Date,
  stored: StoredImport,
): Promise<Result<StoredImport, { readonly code: 'already_running' | 'check_first' }>> {
  const sums: ImportSums = { rows: 0, imported: 0, merged: 0, unchanged: 0, reported: 0 }
  const changed = await changeJob(database, stored, { from: ['checked'], set: { state: 'running', sums, ...dueAt(now) } })
  if (changed.ok) return changed
  const present = await loadImport(database, now, stored.sk)
  return refuse({ code: present?.state === 'uploaded' ? 'check_first' : 'already_running' })
}

const claimSeconds = 60

/** Takes a running import for this worker alone, for a minute; null when another one has it. */
export async function claimImport(
  database: Database,
  stored: StoredImport,
  { now, claim }: { readonly now: Date; readonly claim: string },
): Promise<StoredImport | null> {
  const claimedUntil = new Date(now.getTime() + claimSeconds * 1000).toISOString()
  const changed = await changeJob(database, stored, {
    from: ['running'],
    set: { claim, claimedUntil, ...dueAt(new Date(claimedUntil)) },
    unclaimedAt: now.toISOString(),
  })
  return changed.ok ? changed.value : null
}

/** Gives a running import back with its progress: done, or due again at the next minute. */
export async function releaseImport(
  database: Database,
  stored: StoredImport,
  { now, sums }: { readonly now: Date; readonly sums: ImportSums },
): Promise<StoredImport> {
  const isDone = sums.rows >= stored.rows
  const changed = await changeJob(database, stored, {
    from: ['running'],
    set: isDone ? { state: 'done', sums } : { sums, ...dueAt(now) },
    remove: ['claim', 'claimedUntil', ...(isDone ? ['dueMinute', 'dueAt'] : [])],
    claim: stored.claim,
  })
  return changed.ok ? changed.value : stored
}

/** The running imports that are due in a minute (`YYYY-MM-DDTHH:MM`, UTC). */
export async function importsDueIn(database: Database, minute: string): Promise<StoredImport[]> {
  const items = await queryAll(database, 'directory', {
    IndexName: 'byDue',
    KeyConditionExpression: 'dueMinute = :minute',
    ExpressionAttributeValues: { ':minute': minute },
  })
  return items.filter((item) => item['pk'] === imports).map((item) => StoredImport.parse(item))
}

const minuteMs = 60_000

/** The beginning of the next minute, in whose bucket the clock's worker looks. */
function dueAt(now: Date) {
  const due = new Date(Math.floor(now.getTime() / minuteMs + 1) * minuteMs).toISOString()
  return { dueMinute: due.slice(0, 16), dueAt: due }
}

/** One conditional write: only from the states named, and where said only for one version, one claim, or when nobody has a claim. */
async function changeJob(
  database: Database,
  stored: StoredImport,
  change: {
    readonly from: readonly StoredImport['state'][]
    readonly set: Readonly<Record<string, unknown>>
    readonly remove?: readonly string[]
    readonly version?: number
    readonly claim?: string | undefined
    readonly unclaimedAt?: string
  },
): Promise<Changed> {
  const set = Object.entries({ ...change.set, version: stored.version + 1 })
  const conditions = [
    `#state IN (${change.from.map((_, index) => `:from${index}`).join(', ')})`,
    ...(change.version === undefined ? [] : ['#version = :version']),
    ...(change.claim === undefined ? [] : ['#claim = :claim']),
    ...(change.unclaimedAt === undefined ? [] : ['(attribute_not_exists(#claimedUntil) OR #claimedUntil <= :unclaimedAt)']),
  ]
  const names = ['state', 'version', 'claim', 'claimedUntil', ...set.map(([name]) => name), ...(change.remove ?? [])]
  const expression = [
    `SET ${set.map(([name]) => `#${name} = :set_${name}`).join(', ')}`,
    ...(change.remove?.length ? [`REMOVE ${change.remove.map((name) => `#${name}`).join(', ')}`] : []),
  ].join(' ')
  const used = (name: string) => new RegExp(`#${name}\\b`).test(`${expression} ${conditions.join(' ')}`)
  const changed = await unlessRefused(
    database.client.send(
      new UpdateCommand({
        TableName: database.tables.directory,
        Key: jobKey(stored.sk),
        UpdateExpression: expression,
        ConditionExpression: conditions.join(' AND '),
        ExpressionAttributeNames: Object.fromEntries(names.filter(used).map((name) => [`#${name}`, name])),
        ExpressionAttributeValues: {
          ...Object.fromEntries(change.from.map((state, index) => [`:from${index}`, state])),
          ...Object.fromEntries(set.map(([name, value]) => [`:set_${name}`, value])),
          ...(change.version !== undefined && { ':version': change.version }),
          ...(change.claim !== undefined && { ':claim': change.claim }),
          ...(change.unclaimedAt !== undefined && { ':unclaimedAt': change.unclaimedAt }),
        },
        ReturnValues: 'ALL_NEW',
      }),
    ),
  )
  return changed ? ok(StoredImport.parse(changed.Attributes)) : refuse({ code: 'changed_meanwhile' })
}
