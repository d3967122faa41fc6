import * as z from 'zod'
import { CircleId, OrganisationId } from '../ids.ts'
import { TextShown } from '../named-organisation.ts'
import {
  Day,
  Freshness,
  Level,
  Capacity,
  Delivery,
  Organisation,
  Profile,
  RepublicCode,
  Standing,
  Contact,
  ExpertiseAreaCode,
} from './organisation.ts'

const fields = Profile.shape

/** Expertise as a reader sees it: the capacity is that of the day of reading. */
const ExpertiseView = z.strictObject({
  area: ExpertiseAreaCode,
  level: Level,
  capacity: Capacity,
  until: Day.nullable(),
  delivery: Delivery,
})

/**
 * One organisation as one reader may see it. A group that the reader may not see is absent, which looks exactly like a
 * group that the organisation left empty.
 */
export const OrganisationView = z.strictObject({
  id: OrganisationId,
  freshness: Freshness,
  assuredOn: Day,
  /** Only for its own people and for coordinators; everybody else sees vetted organisations only. */
  standing: Standing.optional(),
  names: TextShown,
  acronym: z.string().optional(),
  description: TextShown.optional(),
  legalForm: fields.legalForm.unwrap().optional(),
  foundedYear: z.int().optional(),
  basedIn: z.string().optional(),
  identifiers: z.array(fields.identifiers.element).optional(),
  address: z.string().optional(),
  worksIn: z.array(z.strictObject({ republic: RepublicCode, district: z.string().optional() })).optional(),
  languages: fields.languages.optional(),
  expertise: z.array(ExpertiseView).optional(),
  website: z.string().optional(),
  contacts: z.array(Contact.omit({ audience: true })).optional(),
  safeContact: TextShown.optional(),
  legalFlags: fields.legalFlags.optional(),
})
export type OrganisationView = z.infer<typeof OrganisationView>

/** The whole profile with its audiences, for those who may edit it. `version` goes back in `If-Match`. */
export const EditableProfile = z.strictObject({
  id: OrganisationId,
  version: Organisation.shape.version,
  standing: Standing,
  freshness: Freshness,
  assuredOn: Day,
  mayWiden: z.boolean(),
  profile: Organisation.shape.profile,
  /** What the profile means by `circle`, and what else it could. */
  audienceCircle: CircleId.nullable(),
  circles: z.array(z.strictObject({ id: CircleId, name: z.string() })),
})
export type EditableProfile = z.infer<typeof EditableProfile>
