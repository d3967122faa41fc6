import { mailOf } from '@kunak/testing'
import { afterAll, describe, expect, it } from 'vitest'
import { confirm } from './confirm.ts'
import { openBrowser } from './open-browser.ts'
import { someoneOf } from './people.ts'
import { startSite } from './start-site.ts'
import { ways } from './ways.ts'

const site = await startSite()
const browser = await openBrowser(site)
afterAll(async () => {
  await browser[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})

describe.each(ways.map((way, index) => ({ ...way, locale: (['ru', 'en'] as const)[index] ?? 'ru' })))(
  'her own data, $way',
  ({ hasScripts, locale }) => {
    it('go with her, and then from the site', { timeout: 60_000 }, async () => {
      const who = someoneOf(6, 'member')
      await using visitor = await browser.visit({ hasScripts, locale, as: who, width: 360 })
      const { page, say } = visitor
      await page.goto(`/${locale}/account`)
      await page.getByRole('link', { name: say('account_data') }).click()
      await page.getByRole('button', { name: say('export_button') }).click()
      await confirm(visitor)
      const file = page.getByRole('link', { name: say('export_save') })
      expect(await file.getAttribute('download')).toBe('account.json')
      const [, json = ''] = ((await file.getAttribute('href')) ?? '').split('utf-8,')
      expect(JSON.parse(decodeURIComponent(json))).toMatchObject({
        account: { mail: mailOf(who) },
        organisations: [{ role: 'member' }],
      })

      await page.getByLabel(say('erase_sure')).check()
      await page.getByRole('button', { name: say('erase_button') }).click()
      await confirm(visitor)
      await page.getByRole('link', { name: say('nav_sign_in') }).waitFor()
      await page.goto(`/${locale}/account`)
      await page.getByRole('heading', { level: 1, name: say('sign_in_title') }).waitFor()
    })

    it('an address that is none comes back as she wrote it, for her to mend', async () => {
      await using visitor = await browser.visit({ hasScripts, locale, as: someoneOf(6, 'member') })
      const { page, say } = visitor
      await page.goto(`/${locale}/account/security/guardians`)
      await page.getByLabel(say('guardian_mail')).fill('nobody@nowhere')
      await page.getByRole('button', { name: say('guardian_ask') }).click()
      await page.getByRole('alert').waitFor()
      expect(await page.getByLabel(say('guardian_mail')).inputValue()).toBe('nobody@nowhere')
    })
  },
)
