import * as z from 'zod'
import { OrganisationId } from '../ids.ts'
import { Day, legalFlagKinds, Profile } from './organisation.ts'

/** A new organisation, listed by a coordinator: as an applicant, whom only coordinators see, because vetting takes two people. */
export const NewOrganisation = z.strictObject({ standing: z.literal('applicant').default('applicant'), profile: Profile })
export type NewOrganisation = z.infer<typeof NewOrganisation>

/**
 * What saving a profile says besides: `assures=no` leaves the day on which all of it was last said to be right, because she had only
 * a part of it before her.
 */
export const ProfileEdit = z.strictObject({ assures: z.enum(['yes', 'no']).default('yes') })

/** The legal labels of an organisation that a coordinator has found in a state's register: all of them, or none. */
export const LegalFlagRecord = z.strictObject({
  flags: z.array(z.strictObject({ flag: z.enum(legalFlagKinds), since: Day.nullable() })).max(legalFlagKinds.length),
})
export type LegalFlagRecord = z.infer<typeof LegalFlagRecord>

/** Taking an organisation out; `doNotList` also refuses it at every later import. */
export const Removal = z.strictObject({ doNotList: z.boolean() })
export type Removal = z.infer<typeof Removal>

/** The answer to a change: which organisation, and the version it now has. */
export const Saved = z.strictObject({ id: OrganisationId, version: z.int().min(1) })
export type Saved = z.infer<typeof Saved>
