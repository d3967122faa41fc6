import * as z from 'zod'
import { OrganisationId } from '../ids.ts'
import { Moment } from '../moment.ts'
import { TextShown } from '../named-organisation.ts'
import { Role } from './viewer.ts'

/** What a reader may know of herself: enough for a page to show only what she can do. */
export const Me = z.strictObject({
  isSignedIn: z.boolean(),
  /** `enrolling` is what mail alone gives: she can add a second factor, and nothing else. */
  session: z.enum(['none', 'enrolling', 'full']),
  name: z.string().nullable(),
  hasSecondFactor: z.boolean(),
  /** When somebody asked her guardians to give her account back; she can still stop it. */
  recoveryStartedAt: Moment.nullable(),
  isInNetwork: z.boolean(),
  isCoordinator: z.boolean(),
  memberships: z.array(z.strictObject({ organisationId: OrganisationId, role: Role, names: TextShown })),
})
export type Me = z.infer<typeof Me>
