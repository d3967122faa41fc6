import { problems } from '@kunak/contracts'
import { fail } from '@sveltejs/kit'
import * as m from '#lib/paraglide/messages.js'
import type { Refused } from './act.ts'

/** Says that she has chosen no organisation to act for (see `acting-for.svelte`), where she may act for several. */
export function noOrganisation<Sent = undefined>(field: string, sent?: Sent) {
  const refused: Refused = { title: m.check_form(), errors: [{ field, message: m.choose_organisation() }], stepUp: undefined }
  return fail(problems.invalid.status, { ...refused, sent })
}
