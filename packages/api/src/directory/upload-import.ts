import { ImportId } from '@kunak/contracts'
import { FileEncoding, ImportFormat, ImportJob, importMegabytes, sayFileProblem } from '@kunak/contracts/directory'
import { createImport } from '@kunak/data/directory'
import { outlineImport, sourceFrom } from '@kunak/domain/directory'
import { Hono } from 'hono'
import * as z from 'zod'
import { answerProblem } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { form, onlyForms } from '../front-door/parse-form.ts'
import { onlyCoordinators } from '../front-door/only-coordinators.ts'

const longestFileName = 200
const Upload = z.strictObject({
  file: z.instanceof(File, { error: (issue) => (issue.input === undefined ? 'required' : 'file') }),
  /** Told by the file's name where it is not said. */
  format: ImportFormat.optional(),
  encoding: FileEncoding.optional(),
})

/** A list is brought in: kept for seven days, looked through, and given a mapping to begin with. Nothing of it is in the directory yet. */
export const uploadImport = new Hono<Front>().post(
  '/imports',
  onlyCoordinators,
  limitRate('upload'),
  onlyForms,
  form(Upload),
  async (c) => {
    const { viewer, dependencies, locale } = c.var
    const { database, now, newId } = dependencies
    const { file: sent, format: said, encoding } = c.req.valid('form')
    const format = said ?? (sent.name.toLowerCase().endsWith('.json') ? 'hsds' : 'csv')
    const file = { bytes: new Uint8Array(await sent.arrayBuffer()), format, encoding }
    const outline = outlineImport(file, { maxMegabytes: importMegabytes, source: sourceFrom(sent.name), now: now() })
    if (!outline.ok) return answerProblem(c, 'unreadable_file', [sayFileProblem(outline.refusal, locale)])
    const id = ImportId.parse(newId())
    const fileName = sent.name.slice(0, longestFileName)
    const job = await createImport(database, now(), { id, by: viewer.actor, fileName, file, outline: outline.value })
    return c.json(ImportJob.parse(job), 201, { location: `/api/v1/imports/${id}` })
  },
)
