import { ok, type Refusal, refuse, type Result } from '@kunak/contracts'
import {
  type NewVouch,
  type Organisation,
  quarterMonths,
  type Vouch,
  vouchesAQuarter,
  vouchMonths,
} from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { hasRole, refuseStranger } from '../../identity/index.ts'
import { viewOrganisation } from '../view-organisation.ts'
import { isLive, mayVouch } from './counting-vouches.ts'
import { monthsLater } from './months-later.ts'

/** How many vouches an organisation may still give: at most three in any three months, those it has taken back included. */
export function vouchesLeft(given: readonly Pick<Vouch, 'at'>[], now: Date): number {
  const since = monthsLater(now, -quarterMonths).toISOString()
  return Math.max(0, vouchesAQuarter - given.filter(({ at }) => at > since).length)
}

/**
 * A steward gives her organisation's word for another one, which she names by its id: an applicant is shown to nobody, and hands its
 * address to those who know it. A vouch back for whoever vouched for her is taken; it can be no part of a second chain, because no
 * chain passes an organisation twice. Refuses a voucher that is not vetted long enough, one that has used up its vouches, itself,
 * nobody, and a second word while one counts.
 */
export function giveVouch(
  viewer: Viewer,
  { from, to }: { readonly from: Organisation; readonly to: Organisation | null },
  { given, asked, now }: { readonly given: readonly Vouch[]; readonly asked: NewVouch; readonly now: Date },
): Result<Vouch, Refusal> {
  if (viewOrganisation(viewer, from, now) === null) return refuse({ code: 'not_found' })
  if (!hasRole(viewer, from.id, 'steward')) return refuseStranger(viewer)
  if (!mayVouch(from, now)) return refuse({ code: 'may_not_vouch_yet' })
  if (asked.to === from.id) return refuse({ code: 'invalid', fields: [{ field: '/to', code: 'not_oneself' }] })
  if (!to || !['applicant', 'vetted', 'lapsed'].includes(to.standing))
    return refuse({ code: 'invalid', fields: [{ field: '/to', code: 'no_such_organisation' }] })
  if (given.some((vouch) => vouch.to === to.id && isLive(vouch, now))) return refuse({ code: 'already_vouched' })
  if (vouchesLeft(given, now) === 0) return refuse({ code: 'vouches_used_up' })
  return ok({
    from: from.id,
    to: to.id,
    at: now.toISOString(),
    until: monthsLater(now, vouchMonths).toISOString(),
    revokedAt: null,
  })
}
