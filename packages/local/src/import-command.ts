import { readFile, writeFile } from 'node:fs/promises'
import { newUlid } from '@kunak/contracts'
import {
  type FileProblem,
  type ImportMapping,
  type ImportReport,
  sayFileProblem,
  sayRowProblem,
} from '@kunak/contracts/directory'
import { type RowResult, runImport, sumsOf } from '@kunak/data/directory'
import { outlineImport, type PlannedRow, planImport } from '@kunak/domain/directory'
import type { UiLocale } from '@kunak/vocabulary'
import type { Command, CommandContext } from './command.ts'
import { type ImportArguments, readImportArguments } from './import-arguments.ts'

const maxMegabytes = 50
const rowsAtOnce = 1000
const progressEveryRows = 500

const help = `pnpm kunak import FILE [options]     take a list of organisations in

  --format csv|hsds            CSV (comma, semicolon or tab), or HSDS 3 as JSON; told by the name of the file where it is not said
  --mapping M.json             what the columns become: {"columns": {"Название": "name:ru", "Сайт": "website"}}; guessed where it is not said
  --encoding windows-1251      where the file is not UTF-8 or UTF-16 with its mark
  --source WORD                where the list comes from; with each row's key it lets a later run find what an earlier one made
  --standing applicant|vetted  who sees new organisations: coordinators (applicant) or the network (vetted); never the public
  --dry-run                    decide every row and write nothing
  --report R.json              write what became of each row
  --language ru|en             the language of the messages

Running it again brings nothing in twice, also when the last run was interrupted.
Exit codes: 0 done, also when rows were reported; 1 the file could not be read; 2 wrongly called.`

/** `pnpm kunak import`: a list of organisations from a file of this machine. */
export const importCommand: Command = {
  summary: 'take a list of organisations in (CSV or HSDS 3)',
  help,
  run: async (args, context) => {
    const asked = await readImportArguments(args)
    if (!asked.ok) {
      context.complain(`${asked.refusal}\n\n${help}`)
      return 2
    }
    const planned = await plan(asked.value, context)
    if (planned === null) return 1
    const results = await take(asked.value, planned, context)
    context.say(summary(results, asked.value))
    if (asked.value.report === undefined) return 0
    await writeFile(asked.value.report, `${JSON.stringify(reportOf(results, asked.value.locale), null, 2)}\n`)
    context.say(`Report: ${asked.value.report}`)
    return 0
  },
}

interface Plan {
  readonly rows: readonly PlannedRow[]
  readonly mapping: ImportMapping
}

async function plan(asked: ImportArguments, { complain, say }: CommandContext): Promise<Plan | null> {
  const { file: path, format, encoding, locale } = asked
  const now = new Date()
  const bytes = await readFile(path).catch((fault: unknown) =>
    complain(`${path}: ${fault instanceof Error ? fault.message : 'cannot be read'}`),
  )
  if (!bytes) return null
  const file = { bytes, format, encoding }
  const refuse = (problem: FileProblem) => {
    complain(`${path}: ${sayFileProblem(problem, locale).message}`)
    return null
  }
  const outline = outlineImport(file, { maxMegabytes, source: asked.chosen.source, now })
  if (!outline.ok) return refuse(outline.refusal)
  const mapping = { ...outline.value.mapping, ...(asked.columns && { columns: asked.columns }), ...asked.chosen }
  const planned = planImport(file, { maxMegabytes, mapping, now })
  if (!planned.ok) return refuse(planned.refusal)
  if (format === 'csv' && asked.columns === null) say(`Columns: ${JSON.stringify(mapping.columns, null, 2)}`)
  return { rows: planned.value, mapping }
}

function take(
  { isDryRun, standing }: ImportArguments,
  { rows, mapping }: Plan,
  { withNetwork, say }: CommandContext,
): Promise<RowResult[]> {
  return withNetwork(async ({ database, search, keys, now }) => {
    const newId = () => newUlid(now().getTime())
    const run = {
      database,
      search,
      now,
      newId,
      doNotListKey: keys.doNotList,
      actor: 'system',
      mapping,
      standing,
      isDryRun,
      rowsAtOnce,
    } as const
    const results: RowResult[] = []
    for await (const result of runImport(run, rows)) {
      results.push(result)
      if (results.length % progressEveryRows === 0) say(`${results.length} / ${rows.length}`)
    }
    return results
  })
}

const words = {
  en: {
    foreseen: 'This would become of it (nothing was written):',
    done: 'Done.',
    sums: {
      rows: 'rows',
      imported: 'new organisations',
      merged: 'merged into an organisation',
      unchanged: 'already there, unchanged',
      reported: 'reported, for you to look at',
    },
    row: 'row',
  },
  ru: {
    foreseen: 'Получилось бы так (ничего не записано):',
    done: 'Готово.',
    sums: {
      rows: 'строк',
      imported: 'новых организаций',
      merged: 'объединено с организацией',
      unchanged: 'уже есть, без изменений',
      reported: 'отложено для вас',
    },
    row: 'строка',
  },
} as const

function summary(results: readonly RowResult[], { isDryRun, locale }: ImportArguments): string {
  const said = words[locale]
  const sums = sumsOf(results)
  const lines = (Object.keys(said.sums) as (keyof typeof sums)[]).map(
    (name) => `${String(sums[name]).padStart(7)} ${said.sums[name]}`,
  )
  const reported = results
    .filter(({ outcome }) => outcome === 'reported')
    .map(
      ({ row, name, problems: [reason] }) =>
        `  ${said.row} ${row}${name && `, ${name}`}: ${reason ? sayRowProblem(reason, locale).message : ''}`,
    )
  return [isDryRun ? said.foreseen : said.done, ...lines, ...reported].join('\n')
}

function reportOf(results: readonly RowResult[], locale: UiLocale): ImportReport {
  const details = results.map(({ organisationId, problems, ...row }) => ({
    ...row,
    ...(organisationId && { organisationId }),
    problems: problems.map((problem) => sayRowProblem(problem, locale)),
  }))
  return { ...sumsOf(results), details }
}
