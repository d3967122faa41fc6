import { OrganisationId, type Actor } from '@kunak/contracts'
import type { ImportMapping, importStandings, Organisation, RowOutcome, RowProblem } from '@kunak/contracts/directory'
import { decideRow, type PlannedRow, type RowDecision } from '@kunak/domain/directory'
import { commit, type Write } from '../commit.ts'
import type { Database } from '../database.ts'
import { loadItems } from '../load-items.ts'
import { areOnDoNotList } from './do-not-list.ts'
import { loadOrganisation, loadOrganisations, saveOrganisation } from './organisations.ts'
import { organisationsByIdentifier } from './organisations-by-identifier.ts'
import type { Search } from './search/search.ts'

/** What became of a row, as it is recorded. */
export interface RowResult {
  readonly row: number
  readonly name: string
  readonly outcome: RowOutcome
  readonly organisationId: OrganisationId | null
  readonly problems: readonly RowProblem[]
}

export interface ImportRun {
  readonly database: Database
  readonly search: Pick<Search, 'namesLike'>
  readonly now: () => Date
  readonly newId: () => string
  readonly doNotListKey: string
  readonly actor: Actor | 'system' | null
  readonly mapping: Pick<ImportMapping, 'source'>
  /** How new organisations stand; as applicants, unless the operator says otherwise. */
  readonly standing?: (typeof importStandings)[number]
  /** A check: every row is decided as a run would, and nothing is written. */
  readonly isDryRun: boolean
  /** How many rows are compared with the directory before the first of them is saved; 25 unless told. */
  readonly rowsAtOnce?: number
  /** What else is written in the same transaction as a row, so that a run can be resumed after it. */
  readonly record?: (result: RowResult) => readonly Write[]
  /** What is recorded of a row, asked when somebody else may have taken it in meanwhile. */
  readonly recorded?: (row: number) => Promise<RowResult | null>
}

const attempts = 3
const sourceKey = (source: string, key: string) => ({ pk: `SOURCE#${source}#${key}`, sk: 'ORGANISATION' })

/**
 * Takes in the rows of a plan that are not done yet, in their order, and gives what became of each as soon as it is saved. Each row is
 * one transaction: the organisation, the note of where it came from, and the record of the row. It may be stopped after any row.
 */
export async function* runImport(
  run: ImportRun,
  rows: readonly PlannedRow[],
  done: ReadonlyMap<number, RowResult> = new Map(),
): AsyncGenerator<RowResult, void, undefined> {
  const results = new Map(done)
  const touched = new Map<OrganisationId, Organisation>()
  const ours = new Set(
    [...done.values()].flatMap((result) => (result.outcome === 'imported' ? result.organisationId : null) ?? []),
  )
  const { rowsAtOnce = 25 } = run
  const left = rows.filter(({ row }) => !done.has(row))
  for (let start = 0; start < left.length; start += rowsAtOnce) {
    const some = left.slice(start, start + rowsAtOnce)
    const outside = await lookAround(run, some, ours)
    for (const row of some) {
      const result = await takeIn(run, row, { results, touched, outside: outside.get(row.row) ?? nothingOutside, ours })
      results.set(row.row, result)
      if (result.outcome === 'imported' && result.organisationId) ours.add(result.organisationId)
      yield result
    }
  }
}

/** What the directory says of a row before it is taken in. */
interface Outside {
  readonly isOnDoNotList: boolean
  /** The organisation that an earlier run made from this row. */
  readonly knownId: OrganisationId | null
  readonly candidates: readonly Organisation[]
}
const nothingOutside: Outside = { isOnDoNotList: false, knownId: null, candidates: [] }

/** Asks about several rows at once, because each question to the search first reads what has changed since its file was published. */
async function lookAround(
  run: ImportRun,
  rows: readonly PlannedRow[],
  ours: ReadonlySet<OrganisationId>,
): Promise<Map<number, Outside>> {
  const { database, mapping, search } = run
  const sources = await loadItems(
    database,
    'directory',
    rows.map(({ key }) => sourceKey(mapping.source, key)),
  )
  const areListed = await areOnDoNotList(
    database,
    run.doNotListKey,
    rows.map(({ profile }) => profile),
  )
  const found = await Promise.all(
    rows.map(async (row, index) => {
      const id = sources[index]?.['organisationId']
      const knownId = id === undefined ? null : OrganisationId.parse(id)
      const isOnDoNotList = areListed[index] ?? false
      const isOpen = knownId === null && row.sameAs === null && row.refusal === null && !isOnDoNotList
      const alike = isOpen ? await search.namesLike(Object.values(row.profile.names)) : []
      return { row, knownId, isOnDoNotList, alike: alike.map((one) => one.id).filter((one) => !ours.has(one)) }
    }),
  )
  const ids = [...new Set(found.flatMap(({ alike }) => alike))]
  const candidates = new Map((await loadOrganisations(database, ids)).map((organisation) => [organisation.id, organisation]))
  return new Map(
    found.map(({ row, knownId, isOnDoNotList, alike }) => [
      row.row,
      { knownId, isOnDoNotList, candidates: alike.flatMap((id) => candidates.get(id) ?? []) },
    ]),
  )
}

interface Circumstances {
  readonly results: ReadonlyMap<number, RowResult>
  /** The organisations of this run as they are now, saved or only foreseen. */
  readonly touched: Map<OrganisationId, Organisation>
  readonly outside: Outside
  /** Organisations that this run made; the plan has already compared their rows with each other. */
  readonly ours: ReadonlySet<OrganisationId>
}

async function takeIn(run: ImportRun, row: PlannedRow, circumstances: Circumstances): Promise<RowResult> {
  let { outside } = circumstances
  for (let attempt = 1; ; attempt += 1) {
    const decision = await decide(run, row, { ...circumstances, outside })
    const { name } = row
    const { outcome, organisation, problems } = decision
    const result = { row: row.row, name, outcome, organisationId: organisation?.id ?? null, problems }
    if (run.isDryRun || (await save(run, row, { decision, result, knownId: outside.knownId }))) {
      if (organisation) circumstances.touched.set(organisation.id, organisation)
      return result
    }
    const theirs = await run.recorded?.(row.row)
    if (theirs) return theirs
    if (organisation) circumstances.touched.delete(organisation.id)
    outside = (await lookAround(run, [row], circumstances.ours)).get(row.row) ?? nothingOutside
    if (attempt < attempts) continue
    const lost: RowProblem = { field: '', code: 'changed_meanwhile', values: {} }
    const reported = { ...result, outcome: 'reported', organisationId: null, problems: [lost, ...row.problems] } as const
    await commit(run.database, run.now(), { writes: run.record?.(reported) ?? [], events: [] })
    return reported
  }
}

async function decide(run: ImportRun, row: PlannedRow, circumstances: Circumstances): Promise<RowDecision> {
  const { results, touched, outside } = circumstances
  const { knownId, isOnDoNotList, candidates } = outside
  const load = async (id: OrganisationId | null) => id && (touched.get(id) ?? (await loadOrganisation(run.database, id)))
  const first = row.sameAs === null ? undefined : results.get(row.sameAs)
  const isOpen = row.refusal === null && !isOnDoNotList && first === undefined
  const known = await load(knownId)
  // In a later run a row finds its own organisation by its key, and is then no duplicate but unchanged.
  const isKnownAgain = known !== null && (first === undefined || first.outcome === 'unchanged')
  return decideRow(row, {
    known,
    registered: isOpen && !known ? await load(await byIdentifier(run.database, row)) : null,
    earlier:
      first === undefined || isKnownAgain
        ? null
        : { row: first.row, organisation: await load(first.organisationId), problems: first.problems },
    candidates: known ? [] : candidates.map((candidate) => touched.get(candidate.id) ?? candidate),
    isOnDoNotList,
    standing: run.standing ?? 'applicant',
    id: OrganisationId.parse(run.newId()),
    now: run.now(),
  })
}

async function byIdentifier(database: Database, { profile }: PlannedRow): Promise<OrganisationId | null> {
  for (const identifier of profile.identifiers) {
    const [id, another] = identifier.scheme === 'other' ? [] : await organisationsByIdentifier(database, identifier)
    if (id && !another) return id
  }
  return null
}

/** False when somebody was faster; then nothing of the row is written. */
async function save(
  run: ImportRun,
  row: PlannedRow,
  {
    decision,
    result,
    knownId,
  }: { readonly decision: RowDecision; readonly result: RowResult; readonly knownId: OrganisationId | null },
): Promise<boolean> {
  const { database } = run
  const { before, after, organisation } = decision
  const note: Write[] = organisation && organisation.id !== knownId ? [sourceWrite(run, row.key, organisation.id)] : []
  const also = [...note, ...(run.record?.(result) ?? [])]
  if (after) {
    const data = { version: after.version, source: run.mapping.source }
    const event = { type: before ? 'organisation_filled_by_import' : 'organisation_imported', actor: run.actor, data }
    return (await saveOrganisation(database, run.now(), { before, after, event, also })).ok
  }
  return also.length === 0 || (await commit(database, run.now(), { writes: also, events: [] })).ok
}

function sourceWrite({ database, mapping, now }: ImportRun, key: string, organisationId: OrganisationId): Write {
  return {
    Put: {
      TableName: database.tables.directory,
      Item: { ...sourceKey(mapping.source, key), organisationId, at: now().toISOString() },
      ConditionExpression: 'attribute_not_exists(pk) OR organisationId = :same',
      ExpressionAttributeValues: { ':same': organisationId },
    },
  }
}
