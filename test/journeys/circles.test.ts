import { afterAll, describe, expect, it } from 'vitest'
import { confirm } from './confirm.ts'
import { openBrowser } from './open-browser.ts'
import { organisationPath, someoneOf } from './people.ts'
import { startSite } from './start-site.ts'
import { ways } from './ways.ts'

const site = await startSite()
const browser = await openBrowser(site)
afterAll(async () => {
  await browser[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})

const told = [
  { locale: 'ru', founder: 3, guest: 4, name: 'Соседи по ущелью' },
  { locale: 'en', founder: 5, guest: 6, name: 'Across the river' },
] as const

describe.each(ways.map((way, index) => ({ ...way, ...told[index]! })))('two organisations trust each other, $way', (told) => {
  const { hasScripts, locale, founder, guest, name } = told

  it('one founds a circle, the other joins it when asked, sees who is in it, and leaves', async () => {
    await using first = await browser.visit({ hasScripts, locale, as: someoneOf(founder, 'steward'), width: 360 })
    await using second = await browser.visit({ hasScripts, locale, as: someoneOf(guest, 'steward') })
    const { say } = first
    await second.page.goto(`/${locale}${organisationPath(guest)}`)
    const whom = (await second.page.locator('h1 bdi').innerText()).trim()

    await first.page.goto(`/${locale}/circles`)
    await first.page.getByLabel(say('circle_name'), { exact: true }).fill(name)
    await first.page.getByRole('button', { name: say('circle_found') }).click()
    await first.page.getByText(say('circle_done_founded')).waitFor()
    await first.page.getByLabel(say('circle_invite_whom')).fill(whom)
    await first.page.getByRole('button', { name: say('circle_invite_find') }).click()
    await first.page
      .getByRole('listitem')
      .filter({ hasText: whom })
      .getByRole('button', { name: say('circle_invite') })
      .click()
    await first.page.getByText(say('circle_done_invited')).waitFor()

    await second.page.goto(`/${locale}/circles`)
    await second.page.getByRole('button', { name: say('circle_join') }).click()
    await second.page.getByText(say('circle_done_joined')).waitFor()
    expect(await second.page.locator('main h3').count()).toBe(2)

    await first.page.getByRole('link', { name: say('circle_what_we_show') }).click()
    await first.page.getByLabel(say('audience_circle_choose')).selectOption(name)
    await first.page.getByRole('button', { name: say('edit_save_back') }).click()
    await confirm(first)
    await first.page.getByText(say('audience_circle_now', { name })).waitFor()

    await second.page.getByText(say('circle_leave'), { exact: true }).first().click()
    await second.page.getByRole('button', { name: say('circle_leave') }).click()
    await second.page.getByText(say('circle_left')).waitFor()
    await second.page.getByText(say('circles_none')).waitFor()
  })

  it('a steward of two says which of them founds one, and loses nothing that she wrote until then', async () => {
    const [one, other] = [someoneOf(7, 'steward'), someoneOf(9, 'steward')]
    await using visitor = await browser.visit({
      hasScripts,
      locale,
      as: { ...one, memberships: [...one.memberships, ...other.memberships] },
    })
    const { page, say } = visitor
    await page.goto(`/${locale}/circles`)
    await page.getByLabel(say('circle_name'), { exact: true }).fill(name)
    await page.getByRole('button', { name: say('circle_found') }).click()
    const summary = page.getByRole('alert')
    await summary.getByRole('link', { name: say('choose_organisation') }).click()
    expect(await page.locator(':target').getByRole('radio').count()).toBe(2)
    expect(await page.getByLabel(say('circle_name'), { exact: true }).inputValue()).toBe(name)
    await page.getByRole('radio').first().check()
    await page.getByRole('button', { name: say('circle_found') }).click()
    await page.getByText(say('circle_done_founded')).waitFor()
  })
})
