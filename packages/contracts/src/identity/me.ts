import * as z from 'zod'
import { OrganisationId } from '../ids.ts'
import { Role } from './viewer.ts'

/** What a reader may know of herself: enough for a page to show only what she can do. */
export const Me = z.strictObject({
  isSignedIn: z.boolean(),
  isInNetwork: z.boolean(),
  isCoordinator: z.boolean(),
  memberships: z.array(z.strictObject({ organisationId: OrganisationId, role: Role, names: z.record(z.string(), z.string()) })),
})
export type Me = z.infer<typeof Me>
