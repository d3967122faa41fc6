import type { UiLocale } from '@kunak/vocabulary'
import { afterAll, describe, expect, it } from 'vitest'
import { openBrowser, type Visitor } from './open-browser.ts'
import { aCoordinator, someoneOf } from './people.ts'
import { planCheckIn } from './plan-check-in.ts'
import { startSite } from './start-site.ts'
import { ways } from './ways.ts'

const site = await startSite()
const browser = await openBrowser(site)
afterAll(async () => {
  await browser[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})

const told = [
  { locale: 'ru', number: 3, who: 'Залина', known: 'Ночую у тёти в Гунибе.', forced: 'под принуждением' },
  { locale: 'en', number: 5, who: 'Zalina', known: 'I stay with my aunt in Gunib.', forced: 'code for duress' },
] as const
const codes = { cancel: 'quiet evening', duress: 'rain in the hills' }

describe.each(ways.map((way, index) => ({ ...way, ...told[index]! })))('duress, $way', (told) => {
  const { hasScripts, locale, number, who, known, forced } = told

  it('whoever stands beside her sees a check-in that is cancelled; coordinators know better, and her colleagues do not', async () => {
    const plan = { title: who, who, known, audience: 'organisation', codes } as const
    await using free = await browser.visit({ hasScripts, locale, as: someoneOf(number, 'member'), width: 360 })
    await using captive = await browser.visit({ hasScripts, locale, as: someoneOf(number, 'member'), width: 360 })
    await using colleague = await browser.visit({
      hasScripts,
      locale,
      as: { ...someoneOf(number, 'steward'), isCoordinator: true },
    })
    await using coordinator = await browser.visit({ hasScripts, locale, as: aCoordinator(18) })

    for (const one of [free, captive]) await planCheckIn(one, plan)
    const seenFreely = await cancelWith(free, codes.cancel)
    const seenForced = await cancelWith(captive, codes.duress)
    expect(seenForced).toEqual(seenFreely)
    expect(seenForced.join()).not.toContain(forced)

    await coordinator.page.goto(`/${locale}/alerts`)
    const alert = coordinator.page.locator('.rows > li.lives').first()
    await alert.getByRole('link').first().click()
    await coordinator.page.getByText(forced).first().waitFor()
    await coordinator.page.getByText(known).waitFor()
    const path = new URL(coordinator.page.url()).pathname
    expect((await colleague.page.goto(path))?.status()).toBe(404)
    expect((await captive.page.goto(path))?.status()).toBe(404)
  })
})

/** Everything that her pages say once she has given a code, but for moments, which two people cannot share. */
async function cancelWith({ page, say, locale }: Visitor, code: string): Promise<string[]> {
  await page.getByLabel(say('check_in_code')).fill(code)
  await page.getByRole('button', { name: say('check_in_cancel_button') }).click()
  await page.getByText(say('check_in_done_cancelled')).waitFor()
  const seen = [await textOf(page)]
  for (const path of pagesOfHers(locale)) {
    await page.goto(path)
    seen.push(await textOf(page))
  }
  return seen
}

const pagesOfHers = (locale: UiLocale) =>
  ['/check-ins', '/alerts', '/alerts?state=ended', '/account', ''].map((path) => `/${locale}${path}`)

async function textOf(page: Visitor['page']): Promise<string> {
  return (await page.locator('main').innerText()).replace(/\d{1,2}:\d{2}/g, '…')
}
