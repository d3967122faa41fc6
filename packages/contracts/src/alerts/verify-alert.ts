import * as z from 'zod'
import { OrganisationId } from '../ids.ts'

/** For which organisation of hers somebody says that it is so. */
export const VerifyAlert = z.strictObject({ organisationId: OrganisationId })
export type VerifyAlert = z.infer<typeof VerifyAlert>
