import { type Channel, type Subscription, type SubscriptionRule, urgencies } from '@kunak/contracts/alerts'

/** The choices that need no rules: what is urgent at once; everything, where the rest comes once a day; or only what the pages say. */
export const simpleChoices = ['urgent', 'everything', 'pages'] as const
export type SimpleChoice = (typeof simpleChoices)[number]

const everything: Omit<SubscriptionRule, 'channels'> = { republics: [], pressures: [], leastUrgency: 'Unknown', languages: [] }

/** The rules that a simple choice stands for, told by `by` and always on the pages too. */
export function rulesOfChoice(choice: SimpleChoice, by: readonly Channel[]): SubscriptionRule[] {
  const told: Channel[] = [...new Set<Channel>([...by, 'app'])]
  if (choice === 'everything') return [{ ...everything, channels: told }]
  const shown: SubscriptionRule = { ...everything, channels: ['app'] }
  if (choice === 'pages' || told.length === 1) return [shown]
  return [{ ...everything, leastUrgency: 'Immediate', channels: told }, shown]
}

/** Which simple choice some rules stand for, and by which channels she is told; null where they are her own. */
export function choiceOfRules({ rules }: Pick<Subscription, 'rules'>): { choice: SimpleChoice; by: Channel[] } | null {
  const [first] = rules
  const by = (first?.channels ?? []).filter((channel) => channel !== 'app')
  // Without a way to be told, all of them are the pages alone.
  const choice = simpleChoices.findLast((one) => isSame(rules, rulesOfChoice(one, by)))
  return choice ? { choice, by } : null
}

/**
 * The rules once letters come for what `wanted` says and for nothing else. What she hears by other channels stays as it is: a link in a
 * letter says nothing about them. Rules that say no more than another are left out.
 */
export function withLettersFor(
  rules: readonly SubscriptionRule[],
  wanted: Omit<SubscriptionRule, 'channels'>,
): SubscriptionRule[] {
  const letters: SubscriptionRule = { ...wanted, channels: ['mail', 'app'] }
  const others = rules
    .map((rule) => ({ ...rule, channels: rule.channels.filter((channel) => channel !== 'mail') }))
    .filter(({ channels }) => channels.length > 0)
  const all = [letters, ...others]
  return all.filter(
    (rule, at) => !all.some((other, place) => place !== at && covers(other, rule) && (place < at || !covers(rule, other))),
  )
}

/** Whether a rule tells of everything that another tells of, by every channel of it. */
function covers(wide: SubscriptionRule, narrow: SubscriptionRule): boolean {
  const holds = (all: readonly string[], some: readonly string[]) =>
    all.length === 0 || (some.length > 0 && some.every((one) => all.includes(one)))
  return (
    holds(wide.republics, narrow.republics) &&
    holds(wide.pressures, narrow.pressures) &&
    holds(wide.languages, narrow.languages) &&
    urgencies.indexOf(wide.leastUrgency) >= urgencies.indexOf(narrow.leastUrgency) &&
    narrow.channels.every((channel) => wide.channels.includes(channel))
  )
}

function isSame(some: readonly SubscriptionRule[], others: readonly SubscriptionRule[]): boolean {
  return (
    some.length === others.length && some.every((rule, at) => others[at] && covers(rule, others[at]) && covers(others[at], rule))
  )
}
