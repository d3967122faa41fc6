import * as z from 'zod'
import { OrganisationId } from './ids.ts'

/** A text by language as it is shown: what is kept was checked when it came in. */
export const TextShown = z.record(z.string(), z.string())

/** An organisation that the reader may know of. */
export const NamedOrganisation = z.strictObject({ id: OrganisationId, names: TextShown })
export type NamedOrganisation = z.infer<typeof NamedOrganisation>
