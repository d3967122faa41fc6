import * as z from 'zod'
import { OrganisationId, ReportId } from '../ids.ts'
import { Moment } from '../moment.ts'
import { paragraphs } from '../text.ts'
import { Names } from './organisation.ts'

export const reportKinds = ['wrong_information', 'not_what_it_says', 'duplicate', 'danger', 'other'] as const
export const ReportKind = z.enum(reportKinds)
export type ReportKind = z.infer<typeof ReportKind>

/** Something about an organisation that a member wants coordinators, and nobody else, to know. */
export const NewReport = z.strictObject({ kind: ReportKind, text: paragraphs(2000).pipe(z.string().min(1)) })
export type NewReport = z.infer<typeof NewReport>

/** A report as it is kept: it does not say who sent it. */
export const Report = z.strictObject({
  id: ReportId,
  organisationId: OrganisationId,
  kind: ReportKind,
  text: z.string(),
  at: Moment,
})
export type Report = z.infer<typeof Report>

export const ReportView = z.strictObject({
  id: ReportId,
  organisation: z.strictObject({ id: OrganisationId, names: Names }),
  kind: ReportKind,
  text: z.string(),
  at: Moment,
})
export type ReportView = z.infer<typeof ReportView>
export const ReportTaken = z.strictObject({ id: ReportId })
