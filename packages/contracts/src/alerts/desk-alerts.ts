import * as z from 'zod'
import { Capacity, ExpertiseAreaCode, Level, RepublicCode } from '../directory/index.ts'
import { NamedOrganisation } from '../named-organisation.ts'
import { Need } from './alert.ts'
import { PublicAlert } from './alert-view.ts'

/** An organisation that has not answered and could help: where it is, how near that is, and with what. */
export const CanBeAsked = z.strictObject({
  organisation: NamedOrganisation,
  republic: RepublicCode,
  how: z.enum(['in_republic', 'next_republic', 'remote']),
  area: ExpertiseAreaCode,
  level: Level,
  capacity: Capacity,
})
export type CanBeAsked = z.infer<typeof CanBeAsked>

const { id, isExercise, isVerified, pressures, urgency, headline, activeAt, until } = PublicAlert.shape

/** The living alerts that a coordinator reads and to which nobody has said that she can help, the most urgent first. */
export const DeskAlerts = z.strictObject({
  alerts: z.array(
    z.strictObject({
      ...{ id, isExercise, isVerified, pressures, urgency, headline, activeAt, until },
      republic: RepublicCode.nullable(),
      /** How many have seen it, and how many have said that they cannot help. */
      seen: z.int().min(0),
      cannot: z.int().min(0),
      needs: z.array(Need),
      canBeAsked: z.array(CanBeAsked),
    }),
  ),
  /** How many more there are. */
  more: z.int().min(0),
})
export type DeskAlerts = z.infer<typeof DeskAlerts>
