import { readFile } from 'node:fs/promises'
import { expertiseAreas, labelOf, republics } from '@kunak/vocabulary'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { hiddenNames, listedNames } from './listed.ts'
import { openBrowser } from './open-browser.ts'
import { someoneOf } from './people.ts'
import { startSite } from './start-site.ts'
import type { Say } from './texts.ts'
import { ways } from './ways.ts'

const site = await startSite()
const browser = await openBrowser(site)
afterAll(async () => {
  await browser[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})

const told = [{ locale: 'ru' }, { locale: 'en' }] as const
const matrixOf = (page: Page, say: Say) => page.getByRole('table', { name: say('map_matrix') })

describe.each(ways.map((way, index) => ({ ...way, ...told[index]! })))('the expertise map, $way', ({ hasScripts, locale }) => {
  const member = () => browser.visit({ hasScripts, locale, as: someoneOf(1, 'member') })
  const stranger = () => browser.visit({ hasScripts, locale })
  const labelsOf = (page: Page, say: Say) => matrixOf(page, say).getByRole('link').allInnerTexts()

  it('has a row for every area, a column for every republic, and says of one or two only “1–2” to the public', async () => {
    await using reader = await stranger()
    const { page, say } = reader
    await page.goto(`/${locale}`)
    await page.getByRole('link', { name: say('home_map_link') }).click()
    const matrix = matrixOf(page, say)
    expect(await matrix.getByRole('rowheader').allInnerTexts()).toEqual(expertiseAreas.map((area) => area[locale]))
    expect((await matrix.getByRole('columnheader').allInnerTexts()).slice(1)).toEqual(republics.map((place) => place[locale]))
    const cells = await labelsOf(page, say)
    expect(cells).toContain('1–2')
    expect(cells.filter((text) => text !== '1–2' && !(Number(text) >= 3))).toEqual([])
    expect(await page.getByText(say('map_few')).count()).toBe(1)
    expect(
      await matrix.locator('[title]').evaluateAll((links) => links.filter((link) => link.textContent === '1–2').length),
    ).toBe(0)
    const picture = page.getByRole('group', { name: say('map_picture') })
    expect(
      (await picture.getByRole('link').locator('text').allTextContents()).filter((text) => ['1', '2'].includes(text.trim())),
    ).toEqual([])
  })

  it.each(['stranger', 'member'] as const)('leads a %s from a cell to exactly those whom it counts', async (who) => {
    await using reader = await { stranger, member }[who]()
    const { page, say } = reader
    await page.goto(`/${locale}/map`)
    const cells = matrixOf(page, say).getByRole('link')
    const texts = await cells.allInnerTexts()
    const most = texts.reduce((best, text, index) => (Number(text) > (Number(texts[best]) || 0) ? index : best), 0)
    await cells.nth(most).click()
    const query = new URL(page.url()).searchParams
    expect([...query.keys()].sort()).toEqual(['expertise', 'republic'])
    const count = (await listedNames(page)).length
    if (texts[most] === '1–2') expect([1, 2]).toContain(count)
    else expect(count).toBe(Number(texts[most]))
    const text = await page.getByRole('main').innerText()
    expect(text).toContain(labelOf(expertiseAreas, query.get('expertise') ?? '', locale))
    expect(text).toContain(labelOf(republics, query.get('republic') ?? '', locale))
  })

  it('tells of each gap who is nearest to help, and leads there', async () => {
    await using reader = await stranger()
    const { page, say } = reader
    await page.goto(`/${locale}/map`)
    await page
      .getByRole('navigation', { name: say('gaps_by_republic') })
      .getByRole('link', { name: labelOf(republics, 'RU-AD', locale) })
      .click()
    expect(await page.getByRole('heading', { level: 3 }).innerText()).toBe(labelOf(republics, 'RU-AD', locale))
    const gap = page.getByRole('listitem').filter({
      has: page.getByRole('heading', { level: 4, name: labelOf(expertiseAreas, 'fundraising', locale), exact: true }),
    })
    const helpers = gap.getByRole('link')
    expect(await helpers.count()).toBeGreaterThan(0)
    const name = (await helpers.first().innerText()).trim()
    await helpers.first().click()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(name)
    await page.goBack()
    const named = await page.getByRole('main').innerText()
    expect(hiddenNames(locale).filter((hidden) => named.includes(hidden))).toEqual([])
  })

  it('can be taken away as CSV and as HXL, with what this reader may know', async () => {
    await using reader = await stranger()
    const { page } = reader
    await page.goto(`/${locale}/map`)
    const takeAway = async (name: string) => {
      const link = page.getByRole('main').getByRole('link', { name, exact: true })
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
      expect(download.suggestedFilename()).toMatch(/^kunak-coverage.*\.csv$/)
      const lines = (await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/)
      return lines.map((line) => line.replace(/^\uFEFF?"|"$/g, '').split('","'))
    }
    const [, ...cells] = await takeAway('CSV')
    expect(cells.length).toBeGreaterThan(20)
    expect(cells.map(([, area]) => area)).toContain(labelOf(expertiseAreas, 'criminal_defence', locale))
    expect(cells.filter(([, , , , count]) => count !== '1–2' && !(Number(count) >= 3))).toEqual([])

    const [, tags = [], ...lines] = await takeAway('HXL')
    expect(tags.filter((tag) => !/^#[a-z]+\d?(\+[a-z0-9_]+)*$/.test(tag))).toEqual([])
    const [least, most] = [tags.indexOf('#org+num+min'), tags.indexOf('#org+num+max')]
    expect(lines.length).toBe(cells.length)
    expect(lines.filter((line) => Number(line[least]) < 3 && !(line[least] === '1' && line[most] === '2'))).toEqual([])
  })
})
