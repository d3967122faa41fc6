import * as z from 'zod'
import { CircleId, OrganisationId } from '../ids.ts'
import { Moment } from '../moment.ts'
import { NamedOrganisation } from '../named-organisation.ts'
import { line, paragraphs } from '../text.ts'

/** How many organisations a circle has at most, those invited included, and to how many circles an organisation belongs at most. */
export const mostInCircle = 50
export const mostCircles = 20
/** After so long an invitation that nobody has answered is over. */
export const circleInvitationDays = 30

const name = line(80).pipe(z.string().min(1))
const purpose = paragraphs(1000)

/** A named group of organisations that trust each other, as it is kept. Its members stand in the order in which they joined. */
export const Circle = z.strictObject({
  id: CircleId,
  /** It grows by one with every change. */
  version: z.int().min(1),
  name,
  purpose,
  createdAt: Moment,
  members: z.array(z.strictObject({ organisationId: OrganisationId, since: Moment })).max(mostInCircle),
  invited: z.array(z.strictObject({ organisationId: OrganisationId, by: OrganisationId, at: Moment })).max(mostInCircle),
})
export type Circle = z.infer<typeof Circle>

/** A new circle, which begins with the organisation that founds it. */
export const NewCircle = z.strictObject({ name, purpose })
export type NewCircle = z.infer<typeof NewCircle>

/** Whom an organisation asks into a circle. */
export const CircleInvitation = z.strictObject({ organisationId: OrganisationId })
export type CircleInvitation = z.infer<typeof CircleInvitation>

export const CircleAnswer = z.strictObject({ accept: z.boolean() })
export type CircleAnswer = z.infer<typeof CircleAnswer>

/** The circle that a profile means where it says `circle`; null for none, and then nobody but its own people reads those fields. */
export const AudienceCircle = z.strictObject({ circleId: CircleId.nullable() })
export type AudienceCircle = z.infer<typeof AudienceCircle>

/** A circle as the people of its organisations see it. */
export const CircleView = z.strictObject({
  id: CircleId,
  name: z.string(),
  purpose: z.string(),
  /** Those that there are at present, in the order in which they joined; the first may take others out. */
  members: z.array(NamedOrganisation.extend({ since: Moment })),
  /** Who has been asked and has not answered, as far as the reader may know of them. */
  invited: z.array(NamedOrganisation.extend({ at: Moment })),
})
export type CircleView = z.infer<typeof CircleView>

/** What concerns the reader's organisations, each named by its id. */
export const MyCircles = z.strictObject({
  circles: z.array(CircleView.extend({ own: z.array(OrganisationId) })),
  /** To accept is to see who is in it, and to be seen by them. */
  invitations: z.array(
    z.strictObject({
      organisationId: OrganisationId,
      circleId: CircleId,
      name: z.string(),
      purpose: z.string(),
      /** Who asks; null where the reader may not know of it. */
      by: NamedOrganisation.nullable(),
      at: Moment,
    }),
  ),
  /** What others have taken an organisation out of, for three months. */
  removals: z.array(z.strictObject({ organisationId: OrganisationId, name: z.string(), at: Moment })),
})
export type MyCircles = z.infer<typeof MyCircles>

/** The answer to a change of a circle. */
export const CircleChanged = z.strictObject({ circleId: CircleId })
export type CircleChanged = z.infer<typeof CircleChanged>
