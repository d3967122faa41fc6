import type { Channel, SubscriptionRule, Urgency } from '@kunak/contracts/alerts'
import { republicLabel, languageLabel } from '#lib/directory/labels.ts'
import * as m from '#lib/paraglide/messages.js'
import { getLocale } from '#lib/paraglide/runtime.js'
import { pressureLabel } from '../labels.ts'

const listed = (words: readonly string[]) => new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(words)

/** How pressing an alert must be, in words; the urgencies that a form offers, and any other that a rule may say. */
export const urgencyWords = (least: Urgency): string => {
  if (least === 'Immediate') return m.rule_urgency_urgent()
  return least === 'Unknown' ? m.rule_urgency_all() : m.rule_urgency_soon()
}

const channelWords: Readonly<Record<Channel, () => string>> = {
  mail: m.rule_by_mail,
  push: m.rule_by_push,
  app: m.rule_by_app,
}

/** A rule as a sentence in parts: of what, where, in which language, and how she is told. */
export function ruleWords({ republics, pressures, leastUrgency, languages, channels }: SubscriptionRule): string[] {
  return [
    urgencyWords(leastUrgency),
    republics.length > 0 ? listed(republics.map(republicLabel)) : m.rule_everywhere(),
    ...(pressures.length > 0 ? [listed(pressures.map(pressureLabel))] : []),
    ...(languages.length > 0 ? [listed(languages.map(languageLabel))] : []),
    listed(channels.map((channel) => channelWords[channel]())),
  ]
}
