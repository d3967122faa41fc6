import { problems } from '@kunak/contracts'
import { channels } from '@kunak/contracts/alerts'
import { choiceOfRules, rulesOfChoice, type SimpleChoice, simpleChoices } from '@kunak/domain/alerts'
import { fail } from '@sveltejs/kit'
import { formText, formTexts } from '#lib/form-text.ts'
import * as m from '#lib/paraglide/messages.js'
import { act, actAndShow, wrongField } from '#lib/server/act.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import { readForm } from '#lib/server/read-form.ts'
import { rulesWithNotes } from '#lib/server/rules-with-notes.ts'
import { choiceOf, hoursIn, hoursOf, readSubscription, rulesIn, saidHours } from '#lib/server/subscription-form.ts'
import type { Actions, PageServerLoad } from './$types'

const path = '/account/subscription'

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  const subscription = await readSubscription(event)
  const simple = choiceOfRules(subscription)
  const by =
    simple?.by ?? channels.filter((one) => one !== 'app' && subscription.rules.some((rule) => rule.channels.includes(one)))
  return { subscription, choice: simple?.choice ?? 'own', by, hours: hoursOf(subscription) }
}

export const actions: Actions = {
  choose: async (event) => {
    const form = await readForm(event)
    const [choice, by, hours] = [formText(form, 'choice'), formTexts(form, 'by'), hoursIn(form)]
    const sent = { choice, by, hours }
    const ways = channels.filter((one) => one !== 'app' && by.includes(one))
    const isSimple = (simpleChoices as readonly string[]).includes(choice)
    if (isSimple && choice !== 'pages' && ways.length === 0)
      return fail(problems.invalid.status, { ...wrongField('by', m.subscription_how_missing()), sent })
    const rules = isSimple ? rulesOfChoice(choice as SimpleChoice, ways) : rulesIn(form)
    return await actAndShow(event, form, { method: 'PUT', path, json: { rules, ...saidHours(hours) }, sent, done: 'saved' })
  },
  removeRule: async (event) => {
    const form = await readForm(event)
    const rules = rulesIn(form).filter((_, at) => String(at) !== formText(form, 'at'))
    const json = choiceOf(await readSubscription(event), rules)
    return await actAndShow(event, form, { method: 'PUT', path, json, done: 'saved' })
  },
  addBrowser: async (event) => {
    const form = await readForm(event)
    const added = await act(event, form, {
      method: 'POST',
      path: '/account/browsers',
      json: { endpoint: formText(form, 'endpoint') },
    })
    if (!added.ok) return fail(added.status, { ...added.refused, sent: undefined })
    const subscription = await readSubscription(event)
    const json = choiceOf(subscription, rulesWithNotes(subscription))
    return await actAndShow(event, form, { method: 'PUT', path, json, done: 'on' })
  },
  removeBrowser: async (event) => {
    const form = await readForm(event)
    const browser = `/account/browsers/${encodeURIComponent(formText(form, 'browser') || '0')}`
    return await actAndShow(event, form, { method: 'DELETE', path: browser, done: 'off' })
  },
}
