import { problems } from '@kunak/contracts'
import { fail } from '@sveltejs/kit'
import * as m from '#lib/paraglide/messages.js'
import { wrongField } from './act.ts'

/** Says that she has chosen no organisation to act for (see `acting-for.svelte`), where she may act for several. */
export function noOrganisation<Sent = undefined>(field: string, sent?: Sent) {
  return fail(problems.invalid.status, { ...wrongField(field, m.choose_organisation()), sent })
}
