import { mostRules, type SubscriptionRule } from '@kunak/contracts/alerts'
import { error } from '@sveltejs/kit'
import { formTexts } from '#lib/form-text.ts'
import { actAndShow } from '#lib/server/act.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import { readForm } from '#lib/server/read-form.ts'
import { choiceOf, readSubscription, ruleIn, rulesIn } from '#lib/server/subscription-form.ts'
import type { Actions, PageServerLoad } from './$types'

const fresh: SubscriptionRule = {
  republics: [],
  pressures: [],
  leastUrgency: 'Unknown',
  languages: [],
  channels: ['mail', 'app'],
}

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  const { rules, isLocalMail } = await readSubscription(event)
  const at = event.url.searchParams.get('at')
  const rule = at === null ? fresh : rules[Number(at)]
  if (!rule) error(404)
  return { rules, rule, at, isLocalMail, isFull: at === null && rules.length >= mostRules, mostRules }
}

export const actions: Actions = {
  save: async (event) => {
    const form = await readForm(event)
    const [before, at] = [rulesIn(form), event.url.searchParams.get('at')]
    const sent = { ...ruleIn(form), channels: [...new Set([...formTexts(form, 'channels'), 'app'])] }
    const place = at === null ? before.length : Number(at)
    const rules = [...before.slice(0, place), sent, ...before.slice(place + 1)]
    const subscription = await readSubscription(event)
    return await actAndShow(event, form, {
      method: 'PUT',
      path: '/account/subscription',
      json: choiceOf(subscription, rules),
      // The API names the rule among all; on this page it is the only one.
      fieldOf: (field) => field.replace(/^rules\/\d+\/([^/]+).*$/, '$1'),
      sent: sent as SubscriptionRule,
      at: `/${event.params.locale}/account/subscriptions`,
      done: 'saved',
    })
  },
}
