import type { OwnSubscription, SubscriptionRule } from '@kunak/contracts/alerts'
import type { RequestEvent } from '@sveltejs/kit'
import { formText, formTexts } from '#lib/form-text.ts'
import { readApi } from './ask-api.ts'

/** What a form says of a rule without how she is told; the API parses it. */
export function ruleIn(form: FormData) {
  return {
    republics: formTexts(form, 'republics'),
    pressures: formTexts(form, 'pressures'),
    leastUrgency: formText(form, 'leastUrgency'),
    languages: formTexts(form, 'languages'),
  }
}

/** What the fields of hours hold, to be shown again. */
export function hoursIn(form: FormData) {
  const [digestHour, timeZone] = [formText(form, 'digestHour'), formText(form, 'timeZone')]
  return { digestHour, timeZone, quietFrom: formText(form, 'quiet/from'), quietTo: formText(form, 'quiet/to') }
}

/** The hours as the API takes them: for what was left open beside something that was chosen, it asks by its field. */
export function saidHours({ digestHour, timeZone, quietFrom, quietTo }: ReturnType<typeof hoursIn>) {
  const quiet = quietFrom === '' && quietTo === '' ? null : { from: hourOf(quietFrom), to: hourOf(quietTo) }
  return { digestHour: hourOf(digestHour), timeZone, quiet }
}

const hourOf = (chosen: string) => (chosen === '' ? undefined : Number(chosen))

/** The hours of a subscription as they stand in the fields. */
export function hoursOf({ digestHour, timeZone, quiet }: Pick<OwnSubscription, 'digestHour' | 'timeZone' | 'quiet'>) {
  const [quietFrom, quietTo] = quiet ? [String(quiet.from), String(quiet.to)] : ['', '']
  return { digestHour: String(digestHour), timeZone, quietFrom, quietTo }
}

/** Her subscription as it is now. */
export const readSubscription = (event: RequestEvent) => readApi<OwnSubscription>(event, '/account/subscription')

/** What of it is said anew when some of it changes. */
export function choiceOf({ digestHour, timeZone, quiet }: OwnSubscription, rules: readonly unknown[]) {
  return { digestHour, timeZone, quiet, rules }
}

/** The rules that her page showed, so that the one she means is the one that changes, whatever another page of hers has done meanwhile. */
export function rulesIn(form: FormData): SubscriptionRule[] {
  try {
    const said: unknown = JSON.parse(formText(form, 'rules'))
    return Array.isArray(said) ? (said as SubscriptionRule[]) : []
  } catch {
    return []
  }
}
