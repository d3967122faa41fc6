import { mailOf } from '@kunak/testing'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { openBrowser } from './open-browser.ts'
import { someoneOf } from './people.ts'
import { readNews } from './read-letter.ts'
import { startSite } from './start-site.ts'
import { ways } from './ways.ts'

const site = await startSite()
const browser = await openBrowser(site)
afterAll(async () => {
  await browser[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})

const told = [
  { locale: 'ru', dagestan: 'Дагестан', chechnya: 'Чечня' },
  { locale: 'en', dagestan: 'Dagestan', chechnya: 'Chechnya' },
] as const

describe.each(ways.map((way, index) => ({ ...way, ...told[index]! })))('somebody decides what she is told of, $way', (told) => {
  const { hasScripts, locale, dagestan, chechnya } = told
  const here = `/${locale}/account/subscriptions`

  it('in simple words or by rules of her own, and finds what letters never say', async () => {
    const as = someoneOf(1, 'member')
    await using visitor = await browser.visit({ hasScripts, locale, as, width: 360 })
    await using elsewhere = await browser.visit({ hasScripts, locale, as })
    const { page, say } = visitor
    await elsewhere.page.goto(`/${locale}/account`)

    await page.goto(`/${locale}/account/security`)
    await page.getByRole('button', { name: say('sessions_end_others') }).click()
    await page.getByText(say('security_done')).waitFor()
    const [letter = ''] = await readNews(site, mailOf(as))
    expect(letter).not.toContain(say('notice_session_ended'))

    await page.goto(`/${locale}/account`)
    await page.getByRole('link', { name: say('notifications_title') }).click()
    await page.getByText(say('notice_session_ended')).waitFor()
    await page.getByRole('button', { name: say('notifications_seen') }).click()
    await page.getByText(say('notifications_seen_done')).waitFor()
    await page.getByRole('heading', { name: say('notifications_before') }).waitFor()

    await page.goto(here)
    expect(await page.getByLabel(say('subscription_urgent')).isChecked()).toBe(true)
    await page.getByLabel(say('subscription_everything')).check()
    await page.getByLabel(say('hours_digest')).selectOption('20')
    await page.getByRole('button', { name: say('save') }).click()
    await page.getByText(say('security_done')).waitFor()
    expect(await page.getByLabel(say('subscription_everything')).isChecked()).toBe(true)
    expect(await page.getByLabel(say('hours_digest')).inputValue()).toBe('20')

    // Of quiet hours with one end the other is asked for, by its field.
    await page.getByLabel(say('hours_quiet_from'), { exact: true }).selectOption('22')
    await page.getByRole('button', { name: say('save') }).click()
    await page.getByRole('alert').getByRole('link').click()
    expect(await page.locator(':target').getAttribute('name')).toBe('quiet/to')
    expect(await page.getByLabel(say('hours_quiet_from'), { exact: true }).inputValue()).toBe('22')
    await page.getByLabel(say('hours_quiet_to'), { exact: true }).selectOption('7')
    await page.getByRole('button', { name: say('save') }).click()
    await page.getByText(say('security_done')).waitFor()

    await page.getByRole('link', { name: say('rule_add') }).click()
    await page.getByLabel(say('rule_urgency_urgent')).check()
    await page.getByLabel(dagestan).check()
    await page.getByRole('button', { name: say('save') }).click()
    await page.locator('.rows').getByText(dagestan).waitFor()
    expect(await page.getByLabel(say('subscription_own')).isChecked()).toBe(true)
    await page
      .getByRole('button', { name: say('remove') })
      .last()
      .click()
    await page.getByText(say('security_done')).waitFor()
    expect(await page.locator('.rows').getByText(dagestan).count()).toBe(0)

    await chooseByLink(letter, { hasScripts, locale, chechnya, dagestan })
    await page.goto(here)
    await page.locator('.rows').getByText(chechnya).waitFor()
    expect(await page.getByLabel(say('hours_quiet_from'), { exact: true }).inputValue()).toBe('23')
  })

  it('and, where she switches them on, by notes of her browser', async () => {
    await using visitor = await browser.visit({ hasScripts, locale, as: someoneOf(2, 'member') })
    const { page, say } = visitor
    await answerAsAMaker(page)
    await page.goto(here)
    // What the browser will show, on a screen that is locked too.
    expect(await page.locator('[data-push]').getAttribute('data-worker')).not.toMatch(/kunak|кунак/i)
    const on = page.getByRole('button', { name: say('push_on') })
    if (!hasScripts) {
      await page.getByText(say('push_needs_script')).waitFor()
      expect(await on.isVisible()).toBe(false)
      return
    }
    await on.click()
    await page.getByText(say('push_done_on')).waitFor()
    expect(await page.getByLabel(say('subscription_by_push')).isChecked()).toBe(true)
    await page.getByRole('button', { name: say('push_off') }).click()
    await page.getByText(say('push_done_off')).waitFor()
  })
})

/** Whoever has a letter follows its link, without signing in: the page shows nothing of what was chosen, and takes what is chosen anew. */
async function chooseByLink(
  letter: string,
  {
    hasScripts,
    locale,
    chechnya,
    dagestan,
  }: Pick<(typeof told)[number] & (typeof ways)[number], 'hasScripts' | 'locale'> & {
    readonly chechnya: string
    readonly dagestan: string
  },
): Promise<void> {
  const [, path = ''] = /https?:\/\/[^/\s]+(\/\w+\/stop-letters\?token=\S+)/.exec(letter) ?? []
  await using anybody = await browser.visit({ hasScripts, locale, width: 360 })
  const { page, say } = anybody
  await page.goto(path.replace(/^\/\w+/, `/${locale}`))
  expect(await page.getByLabel(dagestan).isChecked()).toBe(false)
  expect(await page.getByLabel(say('rule_urgency_urgent')).isChecked()).toBe(true)
  await page.getByLabel(chechnya).check()
  await page.getByText(say('letters_hours'), { exact: true }).click()
  await page.getByLabel(say('hours_quiet_from'), { exact: true }).selectOption('23')
  await page.getByLabel(say('hours_quiet_to'), { exact: true }).selectOption('6')
  await page.getByRole('button', { name: say('letters_choose') }).click()
  await page.getByRole('alert').getByRole('link').click()
  expect(await page.locator(':target').getAttribute('name')).toBe('digestHour')
  expect(await page.getByLabel(chechnya).isChecked()).toBe(true)
  await page.getByLabel(say('hours_digest')).selectOption('9')
  await page.getByRole('button', { name: say('letters_choose') }).click()
  await page.getByText(say('letters_chosen')).waitFor()
}

/** No browser of a test has a maker whose service it could ask; everything else of switching notes on is the browser's own. */
function answerAsAMaker(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    Notification.requestPermission = () => Promise.resolve('granted')
    const subscription = { endpoint: 'https://fcm.googleapis.com/fcm/send/a-browser-of-a-test' }
    PushManager.prototype.getSubscription = () => Promise.resolve(null)
    PushManager.prototype.subscribe = () => Promise.resolve(subscription as PushSubscription)
  })
}
