import { mailOf } from '@kunak/testing'
import { afterAll, describe, expect, it } from 'vitest'
import { moveCheckIn } from './move-check-in.ts'
import { openBrowser } from './open-browser.ts'
import { someoneOf } from './people.ts'
import { planCheckIn } from './plan-check-in.ts'
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
  { locale: 'ru', title: 'Поездка в Ботлих', who: 'Патимат', known: 'Еду с водителем, серая «Нива».' },
  { locale: 'en', title: 'A trip to Botlikh', who: 'Patimat', known: 'With a driver, a grey Niva.' },
] as const

describe.each(ways.map((way, index) => ({ ...way, ...told[index]! })))('she did not check in, $way', (told) => {
  const { hasScripts, locale, title, who, known } = told

  it('after days on which she did: her circle reads what she wrote, and nobody else; safe again, she calls it off', async () => {
    await using traveller = await browser.visit({ hasScripts, locale, as: someoneOf(1, 'member'), width: 360 })
    await using neighbour = await browser.visit({ hasScripts, locale, as: someoneOf(18, 'member') })
    await using stranger = await browser.visit({ hasScripts, locale, as: someoneOf(9, 'member') })
    const { page, say } = traveller

    const codes = await planCheckIn(traveller, { title, who, known, audience: 'circle' })
    const [address] = page.url().split('?')
    if (!address) throw new Error('The check-in has no address.')
    expect(await page.getByText(known).count()).toBe(1)

    // An hour before the date one press is enough, from her list, and the next day is expected.
    await moveCheckIn(site, address, 60)
    await page.goto(`/${locale}/check-ins`)
    await page.getByText(say('check_in_phase_due')).waitFor()
    await page.getByRole('button', { name: say('check_in_report') }).click()
    await page.getByText(say('check_in_done_reported')).waitFor()
    await page.getByText(say('check_in_phase_waiting')).waitFor()
    expect(await page.getByRole('button', { name: say('check_in_report') }).count()).toBe(0)

    // The next date passes: she is reminded, and nobody else hears of it yet.
    await moveCheckIn(site, address, -5)
    await page.reload()
    await page.getByText(say('check_in_phase_grace')).waitFor()
    const [letter] = await readNews(site, mailOf(traveller.as!))
    for (const word of [title, who, known]) expect(letter).not.toContain(word)
    await neighbour.page.goto(`/${locale}/alerts`)
    const before = await neighbour.page.locator('.rows > li').count()

    // The grace, too: what she wrote goes out, once.
    await moveCheckIn(site, address, -61)
    await page.reload()
    await page.getByText(say('check_in_phase_raised')).waitFor()
    await page.getByRole('link', { name: say('check_in_open_alert') }).click()
    await page.getByText(known).waitFor()
    const alert = new URL(page.url()).pathname
    await neighbour.page.goto(`/${locale}/alerts`)
    expect(await neighbour.page.locator('.rows > li').count()).toBe(before + 1)
    await neighbour.page.locator(`a[href="${alert}"]`).click()
    await neighbour.page.getByText(known).waitFor()
    expect((await stranger.page.goto(alert))?.status()).toBe(404)

    // She is back: a wrong code does nothing and says so, hers calls the alert off.
    await page.goto(address)
    await page.getByLabel(say('check_in_code')).fill('000')
    await page.getByRole('button', { name: say('check_in_cancel_button') }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel(say('check_in_code')).fill(codes.cancel)
    await page.getByRole('button', { name: say('check_in_cancel_button') }).click()
    await page.getByText(say('check_in_done_cancelled')).waitFor()
    await neighbour.page.reload()
    await neighbour.page.getByText(say('alert_state_cancelled'), { exact: true }).first().waitFor()
  })

  it('and a plan that cannot be keeps everything that she wrote, and leads to what is wrong', async () => {
    await using traveller = await browser.visit({ hasScripts, locale, as: someoneOf(1, 'member'), width: 360 })
    const { page, say } = traveller
    await page.goto(`/${locale}/check-ins/new`)
    await page.getByLabel(say('check_in_form_title')).fill(title)
    await page.getByLabel(say('check_in_form_until')).fill('2020-01-01')
    await page.getByLabel(say('check_in_code_duress')).fill('1')
    await page.getByRole('button', { name: say('check_in_begin') }).click()
    const summary = page.getByRole('alert')
    await summary.getByRole('link').first().click()
    expect(await page.locator(':target').count()).toBe(1)
    expect(await page.getByLabel(say('check_in_form_title')).inputValue()).toBe(title)
    expect(await page.getByLabel(say('check_in_code_duress')).inputValue()).toBe('1')
  })
})
