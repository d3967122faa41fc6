import * as z from 'zod'
import { PersonId } from '../ids.ts'
import { Moment } from '../moment.ts'
import { Role } from './viewer.ts'

/** How many people an organisation has at most. */
export const mostPeople = 200
/** To how many organisations a person belongs at most. */
export const mostMemberships = 20

/** The people of one organisation, as they are kept in one item: two changes of them cannot pass each other by. */
export const OrganisationPeople = z.strictObject({
  /** 0 while nobody has ever belonged to it. */
  version: z.int().min(0),
  people: z.array(z.strictObject({ personId: PersonId, role: Role, since: Moment })).max(mostPeople),
})
export type OrganisationPeople = z.infer<typeof OrganisationPeople>

/** Somebody of an organisation, as her colleagues see her; coordinators see neither who she is nor since when. */
export const Colleague = z.strictObject({
  personId: PersonId.optional(),
  /** Null until she has said what they call her. */
  name: z.string().nullable(),
  role: Role,
  since: Moment.optional(),
  isYou: z.boolean(),
})
export type Colleague = z.infer<typeof Colleague>

/** All of them, stewards first. */
export const Colleagues = z.strictObject({ people: z.array(Colleague) })
export type Colleagues = z.infer<typeof Colleagues>

/** Another role for somebody of the organisation. */
export const RoleChange = z.strictObject({ role: Role })
export type RoleChange = z.infer<typeof RoleChange>

/** Whom a steward makes steward in her place, as she leaves. */
export const Handover = z.strictObject({ personId: PersonId })
export type Handover = z.infer<typeof Handover>

/** The answer to a change of who belongs to an organisation. */
export const PeopleChanged = z.strictObject({ status: z.literal('done') })
export type PeopleChanged = z.infer<typeof PeopleChanged>
