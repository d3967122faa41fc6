import type * as z from 'zod'
import { NeedId } from '../ids.ts'
import { Need } from './alert.ts'

/** Something more that is needed. `id` is one that the page brought along: sent twice, it is one need. */
export const NewNeed = Need.extend({ id: NeedId.optional() })
export type NewNeed = z.infer<typeof NewNeed>

/** How much is needed now: more, or less, but never less than somebody has already offered, promised or brought. */
export const NeedQuantity = Need.pick({ quantity: true })
export type NeedQuantity = z.infer<typeof NeedQuantity>
