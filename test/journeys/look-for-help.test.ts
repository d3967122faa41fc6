import { labelOf, expertiseAreas, republics } from '@kunak/vocabulary'
import { afterAll, describe, expect, it } from 'vitest'
import { hiddenNames, listedNames, publicOrganisations, searchFor } from './listed.ts'
import { openBrowser } from './open-browser.ts'
import { organisationPath } from './people.ts'
import { startSite } from './start-site.ts'
import { beginning } from './texts.ts'
import { ways } from './ways.ts'

const site = await startSite()
const browser = await openBrowser(site)
afterAll(async () => {
  await browser[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})

const stoneBridge = { ru: 'Каменный мост', en: 'Stone Bridge' }
const houseByTheSpring = { ru: 'Дом у родника', en: 'House by the Spring' }
const mistyped = { ru: 'каменый мист', en: 'stome bridje' }
const inChechnya = publicOrganisations.filter(({ where }) => where.some(([republic]) => republic === 'RU-CE'))

describe.each(ways.flatMap((way) => (['ru', 'en'] as const).map((locale) => ({ ...way, locale }))))(
  'a visitor looks for help in $locale, $way',
  ({ hasScripts, locale }) => {
    const visit = () => browser.visit({ hasScripts, locale })

    it('comes to the page of her language and is understood although she mistypes', async () => {
      await using visitor = await visit()
      const { page, say } = visitor
      await page.goto('/')
      expect(new URL(page.url()).pathname).toBe(`/${locale}`)
      await searchFor(page, say, mistyped[locale])
      expect((await listedNames(page))[0]).toBe(stoneBridge[locale])
      expect(await page.getByText(say('reason_similar_spelling')).count()).toBeGreaterThan(0)
    })

    it('finds those of a republic by its name in Latin letters, and nobody who is not there for the public', async () => {
      await using visitor = await visit()
      const { page, say } = visitor
      await page.goto(`/${locale}`)
      await searchFor(page, say, 'Chechnya')
      const found = await listedNames(page)
      expect(found).toEqual(expect.arrayContaining(inChechnya.map(({ names }) => names[locale])))
      expect(found.filter((name) => hiddenNames(locale).includes(name))).toEqual([])
    })

    it('narrows the list by a facet, whose count is what she then sees', async () => {
      await using visitor = await visit()
      const { page, say } = visitor
      const area = labelOf(expertiseAreas, 'administrative_law', locale)
      await page.goto(`/${locale}/organisations`)
      await page.locator('summary', { hasText: say('facet_expertise') }).click()
      const box = page.getByRole('checkbox', { name: beginning(area) })
      const foreseen = Number(/\d+$/.exec((await page.getByRole('main').locator('label', { has: box }).innerText()).trim())?.[0])
      await box.check()
      if (!hasScripts) await page.getByRole('button', { name: say('search_button') }).click()
      await expect.poll(() => new URL(page.url()).searchParams.get('expertise')).toBe('administrative_law')
      await expect.poll(async () => (await listedNames(page)).length).toBe(foreseen)
      const shown = publicOrganisations.filter(
        ({ knows, openness }) => openness === 'open' && knows.some(([known]) => known === 'administrative_law'),
      )
      expect((await listedNames(page)).sort()).toEqual(shown.map(({ names }) => names[locale]).sort())
      await page.getByRole('link', { name: beginning(say('remove_filter')) }).click()
      await expect.poll(async () => (await listedNames(page)).length).toBeGreaterThan(foreseen)
    })

    it('reads an organisation’s page, in the other language too, and finds her way back to her list', async () => {
      await using visitor = await visit()
      const { page, say } = visitor
      const other = locale === 'ru' ? 'en' : 'ru'
      await page.goto(`/${locale}/organisations?republic=RU-CE&q=Chechnya`)
      const list = page.url()
      await page.getByRole('link', { name: say('nav_other_language') }).click()
      await page.waitForURL(list.replace(`/${locale}/`, `/${other}/`))
      expect(await listedNames(page)).toContain(houseByTheSpring[other])
      await page.goBack()
      await page.getByRole('link', { name: stoneBridge[locale], exact: true }).click()
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(stoneBridge[locale])
      expect(await page.getByRole('main').innerText()).toContain(labelOf(republics, 'RU-CE', locale))
      const own = page.url()
      await page.getByRole('link', { name: say('nav_other_language') }).click()
      await page.waitForURL(own.replace(`/${locale}/`, `/${other}/`))
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(stoneBridge[other])
      await page.goBack()
      await page.goBack()
      expect(page.url()).toBe(list)
      expect(await listedNames(page)).toContain(houseByTheSpring[locale])
    })

    it('sees of an organisation only what it shows to everybody', async () => {
      await using visitor = await visit()
      const { page, say } = visitor
      await page.goto(`/${locale}${organisationPath(2)}`)
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(houseByTheSpring[locale])
      const text = await page.content()
      for (const kept of ['dom-u-rodnika.example', 'Кризисная квартира', 'crisis flat', 'INVENTED-2', say('contacts_title')])
        expect(text).not.toContain(kept)
      expect(await page.getByRole('link', { name: say('edit_link') }).count()).toBe(0)
    })

    it('finds nothing by the words of those who do not show themselves, and is told what to do next', async () => {
      await using visitor = await visit()
      const { page, say } = visitor
      await page.goto(`/${locale}/organisations`)
      await searchFor(page, say, 'tikhaya-voda INVENTED-7')
      await page.getByRole('heading', { name: say('nothing_found') }).waitFor()
      expect(await listedNames(page)).toEqual([])
      await page.getByRole('link', { name: say('nothing_found_all') }).click()
      await expect.poll(async () => (await listedNames(page)).length).toBeGreaterThan(10)
    })
  },
)
