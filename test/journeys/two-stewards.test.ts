import { labelOf, languages } from '@kunak/vocabulary'
import { afterAll, describe, expect, it } from 'vitest'
import { openBrowser } from './open-browser.ts'
import { organisationPath, someoneOf } from './people.ts'
import { read, saveButton, write } from './profile-answers.ts'
import { startSite } from './start-site.ts'
import { ways } from './ways.ts'

const site = await startSite()
const browser = await openBrowser(site)
afterAll(async () => {
  await browser[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})

/** What a phone shows at once, without scrolling. */
const firstScreenful = 560

const told = [
  { locale: 'ru', number: 11 },
  { locale: 'en', number: 30 },
] as const

describe.each(ways.map((way, index) => ({ ...way, ...told[index]! })))('two stewards edit one profile, $way', (told) => {
  const { hasScripts, locale, number } = told

  it('and the second is told, loses nothing, and chooses what to keep of each', async () => {
    await using first = await browser.visit({ hasScripts, locale, as: someoneOf(number, 'steward') })
    await using second = await browser.visit({ hasScripts, locale, as: someoneOf(number, 'steward'), width: 360 })
    const { say, page } = second
    const name = say('in_language', { what: say('name'), language: labelOf(languages, 'ru', locale) })
    const edit = `/${locale}${organisationPath(number)}/edit`
    for (const { page } of [first, second]) await page.goto(edit)

    await write(first.page, [
      { label: name, value: 'Имя от первой' },
      { label: say('acronym'), value: 'ПЕРВАЯ' },
      { label: say('founded_year'), value: '2001' },
    ])
    await saveButton(first.page, say).click()
    await first.page
      .getByRole('status')
      .filter({ hasText: say('saved_thanks') })
      .waitFor()

    const written = [
      { label: name, value: 'Имя от второй' },
      { label: say('acronym'), value: 'ВТОРАЯ' },
      { label: say('group_address'), value: 'переулок Второй, 2' },
    ]
    await write(page, written)
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      saveButton(page, say).click(),
    ])
    expect(answer.status()).toBe(409)
    const news = page.getByRole('heading', { name: say('conflict_title') })
    expect((await news.boundingBox())?.y).toBeLessThan(firstScreenful)
    expect(await read(page, written)).toEqual(written)

    const difference = (field: string) =>
      page.getByRole('region', { name: say('conflict_title') }).getByRole('group', { name: field })
    expect(await difference(say('group_names')).innerText()).toMatch(/Имя от второй[\s\S]*Имя от первой/)
    await difference(say('group_names'))
      .getByRole('radio', { name: say('keep_mine') })
      .check()
    await difference(say('acronym'))
      .getByRole('radio', { name: say('take_theirs') })
      .check()
    // What only one of them touched needs no thought: her own address stays, the other's year is taken.
    expect(
      await difference(say('group_address'))
        .getByRole('radio', { name: say('keep_mine') })
        .isChecked(),
    ).toBe(true)
    expect(
      await difference(say('founded_year'))
        .getByRole('radio', { name: say('take_theirs') })
        .isChecked(),
    ).toBe(true)
    await saveButton(page, say).click()
    await page
      .getByRole('status')
      .filter({ hasText: say('saved_thanks') })
      .waitFor()

    await page.goto(edit)
    const both = [
      { label: name, value: 'Имя от второй' },
      { label: say('acronym'), value: 'ПЕРВАЯ' },
      { label: say('group_address'), value: 'переулок Второй, 2' },
      { label: say('founded_year'), value: '2001' },
    ]
    expect(await read(page, both)).toEqual(both)
  })
})
