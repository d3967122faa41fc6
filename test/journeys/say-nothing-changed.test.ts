import { afterAll, describe, expect, it } from 'vitest'
import { demoOrganisations } from '../../packages/local/src/demo-network.ts'
import { listedNames } from './listed.ts'
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

/** One that has left the public lists, and one that everybody but its own people has lost sight of. */
const forgotten = [
  { number: 15, freshness: 'freshness_stale', locale: 'ru' },
  { number: 23, freshness: 'freshness_hidden', locale: 'en' },
] as const

describe.each(ways.map((way, index) => ({ ...way, ...forgotten[index]! })))(
  'a member whose profile nobody has looked at, $way',
  ({ hasScripts, number, freshness, locale }) => {
    const name = demoOrganisations.find((one) => one.number === number)?.names[locale] ?? ''
    const path = `/${locale}${organisationPath(number)}`
    const namesForPublic = async () => {
      await using stranger = await browser.visit({ hasScripts, locale })
      await stranger.page.goto(`/${locale}/organisations?q=${encodeURIComponent(name)}`)
      return await listedNames(stranger.page)
    }

    it('says “nothing has changed”, and the profile is fresh and back in everybody’s lists', async () => {
      expect(await namesForPublic()).not.toContain(name)
      await using member = await browser.visit({ hasScripts, locale, as: someoneOf(number, 'member') })
      const { page, say } = member
      await page.goto(`/${locale}`)
      await page.getByRole('main').getByRole('link', { name }).click()
      await page.waitForURL(`**${path}`)
      expect(await page.getByRole('main').innerText()).toContain(say(freshness))
      await page.getByRole('button', { name: say('assure_button') }).click()
      await page
        .getByRole('status')
        .filter({ hasText: say('assured_thanks') })
        .waitFor()
      expect(await page.getByRole('main').innerText()).toContain(say('freshness_fresh'))
      expect(await namesForPublic()).toContain(name)
    })

    it('is offered it on no other organisation’s page', async () => {
      await using member = await browser.visit({ hasScripts, locale, as: someoneOf(number, 'member') })
      const { page, say } = member
      await page.goto(`/${locale}${organisationPath(1)}`)
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
      expect(await page.getByRole('button', { name: say('assure_button') }).count()).toBe(0)
    })
  },
)
