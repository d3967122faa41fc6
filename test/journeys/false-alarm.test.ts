import { afterAll, describe, expect, it } from 'vitest'
import { mailOf } from '@kunak/testing'
import { openBrowser } from './open-browser.ts'
import { someoneOf } from './people.ts'
import { writeAlert } from './raise-alert.ts'
import { lettersTo, readNews } from './read-letter.ts'
import { startSite } from './start-site.ts'
import { ways } from './ways.ts'

const site = await startSite()
const browser = await openBrowser(site)
afterAll(async () => {
  await browser[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})

const told = [
  {
    locale: 'ru',
    number: 4,
    republic: 'RU-DA',
    known: 'К офису подъехали три машины.',
    sorry: 'Это пожарная проверка у соседей.',
    other: 'Каменный мост',
  },
  {
    locale: 'en',
    number: 6,
    republic: 'RU-DA',
    known: 'Three cars have stopped at the office.',
    sorry: 'A fire inspection next door.',
    other: 'Stone Bridge',
  },
] as const

describe.each(ways.map((way, index) => ({ ...way, ...told[index]! })))('a false alarm is called off, $way', (told) => {
  const { hasScripts, locale, number, republic, known, sorry, other } = told

  it('by who raised it; her people see that it was none, and nobody else learns that there was one', async () => {
    await using raiser = await browser.visit({ hasScripts, locale, as: someoneOf(number, 'member'), width: 360 })
    const [hers, others] = [someoneOf(number, 'member'), someoneOf(9, 'member')]
    await using colleague = await browser.visit({ hasScripts, locale, as: hers })
    await using stranger = await browser.visit({ hasScripts, locale, as: others })
    const { page, say } = raiser

    await writeAlert(raiser, { pressure: 'raid', republic, known, audience: 'organisation' })
    await page.getByRole('heading', { level: 1, name: say('alert_preview_title') }).waitFor()
    await page.getByText(say('alert_sees_public_nothing')).waitFor()
    await page.getByRole('button', { name: say('alert_send_now') }).click()
    await page.getByText(say('alert_done_sent')).waitFor()
    const alert = new URL(page.url()).pathname
    // What has been sent is not there to be sent once more.
    await page.goBack()
    await page.waitForURL((url) => url.pathname === alert)

    await colleague.page.goto(`/${locale}/alerts`)
    await colleague.page.locator(`a[href="${alert}"]`).click()
    await colleague.page.getByText(known).waitFor()
    expect((await stranger.page.goto(alert))?.status()).toBe(404)

    await readNews(site, mailOf(hers))
    await page.getByRole('link', { name: say('alert_call_off') }).click()
    // What she wrote in one form, and left without an outcome, is no note of the other.
    await page.getByLabel(say('alert_close_note')).fill(known)
    await page.getByRole('button', { name: say('alert_close_button') }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByLabel(say('alert_close_note')).inputValue()).toBe(known)
    expect(await page.getByLabel(say('alert_call_off_note')).inputValue()).toBe('')
    await page.getByLabel(say('alert_call_off_note')).fill(sorry)
    await page.getByRole('button', { name: say('alert_call_off_button') }).click()
    await page.getByText(say('alert_done_cancelled')).waitFor()

    await colleague.page.reload()
    await colleague.page.getByText(say('alert_state_cancelled'), { exact: true }).first().waitFor()
    await colleague.page.getByText(sorry).waitFor()
    await colleague.page.goto(`/${locale}/alerts`)
    expect(await colleague.page.locator(`a[href="${alert}"]`).count()).toBe(0)
    await colleague.page.getByRole('link', { name: say('alerts_ended') }).click()
    await colleague.page.locator(`a[href="${alert}"]`).waitFor()
    expect((await stranger.page.goto(alert))?.status()).toBe(404)
    // Whom it has reached is told that it was none; who never heard of it hears nothing.
    await readNews(site, mailOf(hers), 2)
    expect(await lettersTo(site, mailOf(others))).toEqual([])
  })

  it('and while she still writes it, nothing of it is lost or sent, and one click too many makes no second alert', async () => {
    await using raiser = await browser.visit({ hasScripts, locale, as: someoneOf(number, 'member'), width: 360 })
    const { page, say } = raiser
    await page.goto(`/${locale}/alerts/new`)
    await page.getByLabel(say('alert_form_known')).fill(known)
    await page.getByRole('button', { name: say('alert_see_who') }).click()
    const summary = page.getByRole('alert')
    await summary.getByRole('heading', { name: say('alert_kept_but_lacks') }).waitFor()
    expect(await page.getByLabel(say('alert_form_known')).inputValue()).toBe(known)
    await summary.getByRole('link').first().click()
    expect(await page.locator(':target').count()).toBe(1)
    await page
      .getByRole('button', { name: say('alert_keep_draft') })
      .first()
      .click()
    await page.getByText(say('alert_done_kept')).waitFor()

    await page.goto(`/${locale}/alerts?state=draft`)
    expect(await page.locator('.rows > li').count()).toBe(1)
    await page.locator('.rows a').click()
    await page.getByRole('link', { name: say('alert_go_on_writing') }).click()
    await page.getByText(say('alert_discard'), { exact: true }).first().click()
    await page.getByRole('button', { name: say('alert_discard') }).click()
    await page.getByText(say('alert_done_discarded')).waitFor()
    expect(await page.locator('.rows > li').count()).toBe(0)
  })

  it('or about another organisation, which she finds without losing what she wrote', async () => {
    await using raiser = await browser.visit({ hasScripts, locale, as: someoneOf(number, 'member'), width: 360 })
    const { page, say } = raiser
    const text = page.getByLabel(say('alert_form_known'))
    await page.goto(`/${locale}/alerts/new`)
    await text.fill(known)
    await page.getByText(say('alert_other_which')).click()
    await page.getByLabel(say('alert_other_words')).fill(other)
    await page.getByRole('button', { name: say('search_button') }).click()
    await page.getByRole('radio', { name: other }).check()
    expect(await text.inputValue()).toBe(known)
    await page
      .getByRole('button', { name: say('alert_keep_draft') })
      .first()
      .click()
    await page.getByText(say('alert_done_kept')).waitFor()
    expect(await page.getByRole('radio', { name: say('alert_whose_other') }).isChecked()).toBe(true)
    expect(await page.getByRole('radio', { name: other }).isChecked()).toBe(true)
  })
})
