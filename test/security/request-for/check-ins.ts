import type { Organisation } from '@kunak/contracts/directory'
import { type Asked, checkInCodes } from '@kunak/testing'
import { planFrom } from '../check-in-beside.ts'

/** Right requests about check-ins, in the week in which a test says that it is. */
export const checkInRequests: Readonly<Record<string, (about: Organisation, now: Date) => Asked>> = {
  'post /check-ins': ({ id }, now) => ({ json: { plan: planFrom(id, now), codes: checkInCodes } }),
  'put /check-ins/{checkIn}': ({ id }, now) => ({
    json: { plan: planFrom(id, now), code: checkInCodes.cancel },
    headers: { 'if-match': '"1"' },
  }),
  'post /check-ins/{checkIn}/cancellation': () => ({ json: { code: checkInCodes.cancel } }),
}
