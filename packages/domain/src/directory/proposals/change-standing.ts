import { ok, type Refusal, refuse, type Result } from '@kunak/contracts'
import type { Organisation, OrganisationAct } from '@kunak/contracts/directory'
import { freezeOrganisation } from '../freeze-organisation.ts'
import { unfreezeOrganisation } from '../unfreeze-organisation.ts'

/** What an act depends on besides the organisation itself. */
export interface Circumstances {
  readonly isSupported: boolean
  readonly stewards: number
  /** How many vetted founding organisations there are. */
  readonly foundingCount: number
  readonly now: Date
}

const leastStewards = 2
/** Chains start from two different founding organisations. */
const leastFounding = 2

/**
 * What an act of two people makes of an organisation. Vetting needs two chains of vouches, vouchers in two republics and two stewards;
 * that a coordinator has looked is what proposing it means. Refuses an act that does not fit the present standing (`not_now`).
 */
export function changeStanding(
  act: OrganisationAct,
  before: Organisation,
  { isSupported, stewards, foundingCount, now }: Circumstances,
): Result<Organisation, Refusal> {
  const { standing } = before
  const changed = (to: Partial<Organisation>) => ok({ ...before, version: before.version + 1, ...to })
  switch (act) {
    case 'vet':
      if (standing !== 'applicant' && standing !== 'lapsed') return refuse({ code: 'not_now' })
      if (!isSupported) return refuse({ code: 'not_supported' })
      if (stewards < leastStewards) return refuse({ code: 'needs_two_stewards' })
      return changed({ standing: 'vetted', vettedAt: now.toISOString(), standsOnVouches: !before.isFounding })
    case 'suspend':
      if (!['applicant', 'vetted', 'lapsed'].includes(standing)) return refuse({ code: 'not_now' })
      return changed({ standing: 'suspended' })
    case 'reinstate': {
      if (standing !== 'suspended') return refuse({ code: 'not_now' })
      // Its word counts again only after another sixty days.
      const isVetted = before.vettedAt !== null && (isSupported || !before.standsOnVouches)
      return changed(isVetted ? { standing: 'vetted', vettedAt: now.toISOString() } : { standing: 'applicant' })
    }
    case 'freeze':
      return freezeOrganisation('two_coordinators', before, now)
    case 'unfreeze':
      return unfreezeOrganisation(before)
    case 'add_founding':
      if (standing !== 'vetted' || before.isFounding) return refuse({ code: 'not_now' })
      return changed({ isFounding: true })
    case 'remove_founding':
      if (!before.isFounding || standing === 'frozen' || standing === 'left') return refuse({ code: 'not_now' })
      if (standing === 'vetted' && foundingCount <= leastFounding) return refuse({ code: 'too_few_founding' })
      return changed({ isFounding: false, standsOnVouches: true })
  }
}
