import * as z from 'zod'
import { OrganisationId } from '../ids.ts'
import { Moment } from '../moment.ts'
import { LegalFlag, Names, RepublicCode, Standing } from './organisation.ts'
import { OrganisationView } from './organisation-view.ts'
import { ProposalView } from './proposal.ts'
import { ReportView } from './report.ts'
import { Lack, VouchView } from './vouch.ts'

const Named = z.strictObject({ id: OrganisationId, names: Names })

/** Everything that waits for a coordinator. Each list says of how many, among the first 200, it shows the first. */
export const Desk = z.strictObject({
  queue: z.array(
    z.strictObject({ ...Named.shape, standing: Standing, since: Moment, isSupported: z.boolean(), lacks: z.array(Lack) }),
  ),
  queueTotal: z.int(),
  proposals: z.array(ProposalView),
  reports: z.array(ReportView),
  stale: z.array(z.strictObject({ ...Named.shape, assuredAt: Moment })),
  staleTotal: z.int(),
  foundingCount: z.int(),
})
export type Desk = z.infer<typeof Desk>

/** A step of a chain of vouches; one that the reader may not see has no name. */
const ChainStep = Named.nullable()

/** Everything needed to decide about one organisation. */
export const DeskOrganisation = z.strictObject({
  organisation: OrganisationView,
  standing: Standing,
  appliedAt: Moment,
  vettedAt: Moment.nullable(),
  isFounding: z.boolean(),
  stewards: z.int(),
  people: z.int(),
  received: z.array(VouchView),
  given: z.array(VouchView),
  isSupported: z.boolean(),
  lacks: z.array(Lack),
  /** The one organisation that every chain passes, where there is only one chain. */
  through: ChainStep.optional(),
  chains: z.array(z.array(ChainStep)),
  republics: z.array(RepublicCode),
  duplicates: z.array(z.strictObject({ ...Named.shape, standing: Standing })),
  legalFlags: z.array(LegalFlag),
  proposals: z.array(ProposalView),
  reports: z.array(ReportView),
})
export type DeskOrganisation = z.infer<typeof DeskOrganisation>

/** The graph of vouches that count, with what each organisation stands on. Frozen ones are in no picture. */
export const VouchPicture = z.strictObject({
  organisations: z.array(
    z.strictObject({ ...Named.shape, standing: Standing, isFounding: z.boolean(), isSupported: z.boolean() }),
  ),
  vouches: z.array(z.strictObject({ from: OrganisationId, to: OrganisationId, until: Moment })),
  /** How many the reader could see, where the picture shows only so many; those looked at are 200 at most. */
  total: z.int(),
})
export type VouchPicture = z.infer<typeof VouchPicture>
