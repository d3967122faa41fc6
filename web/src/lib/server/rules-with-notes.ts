import type { Channel, Subscription, SubscriptionRule } from '@kunak/contracts/alerts'
import { choiceOfRules, rulesOfChoice } from '@kunak/domain/alerts'

/** The rules of somebody who has just switched notes of her browser on: they tell her of what she hears by letter, and else of what is urgent. */
export function rulesWithNotes(subscription: Pick<Subscription, 'rules'>): SubscriptionRule[] {
  const simple = choiceOfRules(subscription)
  if (simple) return rulesOfChoice(simple.choice === 'pages' ? 'urgent' : simple.choice, [...simple.by, 'push'])
  const rules = subscription.rules.map((rule) =>
    rule.channels.includes('mail') ? { ...rule, channels: [...new Set<Channel>([...rule.channels, 'push'])] } : rule,
  )
  const tellsByNotes = rules.some(({ channels }) => channels.includes('push'))
  return tellsByNotes ? rules : [...rules, ...rulesOfChoice('urgent', ['push']).slice(0, 1)]
}
