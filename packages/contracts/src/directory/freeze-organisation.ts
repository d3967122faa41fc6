import * as z from 'zod'
import { Moment } from '../moment.ts'

/** What somebody tells a coordinator so that a frozen organisation comes back: all that is shown of one, and only to its stewards. */
const FreezeCode = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)

/** The answer to a freeze. */
export const Frozen = z.strictObject({ code: FreezeCode, frozenAt: Moment })
export type Frozen = z.infer<typeof Frozen>

/** The frozen organisations of which the reader is a steward, by nothing but their codes. */
export const FrozenOrganisations = z.strictObject({ frozen: z.array(Frozen) })
export type FrozenOrganisations = z.infer<typeof FrozenOrganisations>
