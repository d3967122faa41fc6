import { posix } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { demoOrganisations } from '../../packages/local/src/demo-network.ts'
import { profileParts } from '../../web/src/lib/directory/profile-form/profile-parts.ts'
import { publicOrganisations } from './listed.ts'
import { openBrowser } from './open-browser.ts'
import { aCoordinator, organisationPath, someoneOf } from './people.ts'
import { startSite } from './start-site.ts'
import { ways } from './ways.ts'

const site = await startSite()
const browser = await openBrowser(site)
afterAll(async () => {
  await browser[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})

const nowhere = [
  '/nowhere',
  '/organisations/not-an-id',
  '/organisations/01JDEM0NETW0RK0000000000ZZ',
  '/organisations/%00',
  '/map/..%2f..',
]
/** The overview of a profile, and the pages of its parts. */
const formPaths = (number: number) =>
  ['', ...profileParts, 'circle'].map((part) => posix.join(organisationPath(number), 'edit', part))
const notForPublic = demoOrganisations.filter((one) => !publicOrganisations.includes(one))
const onlyKnownToFew = notForPublic.filter(
  ({ standing = 'vetted', openness, assuredDaysAgo }) =>
    standing !== 'vetted' || openness === 'network' || openness === 'coordinators' || assuredDaysAgo > 365,
)

describe.each(ways)('a stranger, $way', ({ hasScripts }) => {
  it.each(['ru', 'en'] as const)('who follows a wrong address is told so in %s, and where to go', async (locale) => {
    await using stranger = await browser.visit({ hasScripts, locale })
    const { page, say } = stranger
    for (const path of nowhere) {
      const answer = await page.goto(`/${locale}${path}`)
      expect([path, answer?.status()]).toEqual([path, 404])
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(say('error_404'))
      expect(await page.locator('html').getAttribute('lang')).toBe(locale)
      expect(await page.content()).not.toMatch(/at \w+ \(|node_modules|Error:/)
    }
    await page.getByRole('link', { name: say('error_where') }).click()
    expect(new URL(page.url()).pathname).toBe(`/${locale}/organisations`)
  })

  it('who names no language is answered in the one of her browser', async () => {
    await using stranger = await browser.visit({ hasScripts, locale: 'en' })
    const answer = await stranger.page.goto('/nowhere/at/all')
    expect(answer?.status()).toBe(404)
    expect(await stranger.page.getByRole('heading', { level: 1 }).innerText()).toBe(stranger.say('error_404'))
  })

  it('cannot tell an organisation that hides from one that never was', async () => {
    await using stranger = await browser.visit({ hasScripts, locale: 'ru' })
    const { page } = stranger
    await page.goto('/ru/organisations/01JDEM0NETW0RK0000000000ZZ')
    const never = await page.getByRole('main').innerHTML()
    expect(onlyKnownToFew.length).toBeGreaterThan(5)
    for (const { number } of onlyKnownToFew) {
      const answer = await page.goto(`/ru${organisationPath(number)}`)
      expect([number, answer?.status()]).toEqual([number, 404])
      expect(await page.getByRole('main').innerHTML()).toBe(never)
    }
  })

  it.each(['/imports', '/do-not-list', ...formPaths(1)])('gets nothing of %s', async (path) => {
    await using stranger = await browser.visit({ hasScripts, locale: 'ru' })
    const answer = await stranger.page.goto(`/ru${path}`)
    expect([401, 403, 404]).toContain(answer?.status())
    expect(await stranger.page.getByRole('main').getByRole('textbox').count()).toBe(0)
  })
})

describe('somebody of the network', () => {
  it('gets another organisation’s page, but not its form', async () => {
    await using member = await browser.visit({ hasScripts: false, locale: 'ru', as: someoneOf(1, 'steward') })
    const { page } = member
    expect((await page.goto(`/ru${organisationPath(7)}`))?.status()).toBe(200)
    for (const path of formPaths(7)) {
      expect([path, (await page.goto(`/ru${path}`))?.status()]).toEqual([path, 403])
      expect(await page.getByRole('main').getByRole('textbox').count()).toBe(0)
    }
  })

  it('finds no organisation that is frozen, not even as a coordinator', async () => {
    await using coordinator = await browser.visit({ hasScripts: false, locale: 'en', as: aCoordinator() })
    expect((await coordinator.page.goto(`/en${organisationPath(40)}`))?.status()).toBe(404)
    expect((await coordinator.page.goto(`/en${organisationPath(8)}`))?.status()).toBe(200)
  })
})
