import { labelOf, languages } from '@kunak/vocabulary'
import { afterAll, describe, expect, it } from 'vitest'
import { openBrowser } from './open-browser.ts'
import { organisationPath, someoneOf } from './people.ts'
import type { ProfilePart } from '../../web/src/lib/directory/profile-form/profile-parts.ts'
import { read, save, saveButton, write } from './profile-answers.ts'
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
    const edit = `/${locale}${organisationPath(number)}/edit`
    const fieldsIn = (part: ProfilePart, fields: Readonly<Record<string, string>>) =>
      Object.entries(fields).map(([label, value]) => ({ part, label, value }))
    const name = say('in_language', { what: say('name'), language: labelOf(languages, 'ru', locale) })
    const news = page.getByRole('heading', { name: say('conflict_title') })
    const difference = (field: string) =>
      page.getByRole('region', { name: say('conflict_title') }).getByRole('group', { name: field, exact: true })
    const collide = async (
      part: ProfilePart,
      theirs: Readonly<Record<string, string>>,
      hers: Readonly<Record<string, string>>,
    ) => {
      for (const visitor of [first, second]) await visitor.page.goto(`${edit}/${part}`)
      await write(first.page, fieldsIn(part, theirs))
      await save(first.page, say)
      const written = fieldsIn(part, hers)
      await write(page, written)
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.request().method() === 'POST'),
        saveButton(page, say).click(),
      ])
      expect(answer.status()).toBe(409)
      expect((await news.boundingBox())?.y).toBeLessThan(firstScreenful)
      expect(await read(page, written)).toEqual(written)
    }
    const expectBoth = async (part: ProfilePart, fields: Readonly<Record<string, string>>) => {
      await page.goto(`${edit}/${part}`)
      expect(await read(page, fieldsIn(part, fields))).toEqual(fieldsIn(part, fields))
    }

    await collide(
      'names',
      { [name]: 'Имя от первой', [say('acronym')]: 'ПЕРВАЯ' },
      { [name]: 'Имя от второй', [say('acronym')]: 'ВТОРАЯ' },
    )
    expect(await difference(say('group_names')).innerText()).toMatch(/Имя от второй[\s\S]*Имя от первой/)
    await difference(say('group_names'))
      .getByRole('radio', { name: say('keep_mine') })
      .check()
    await difference(say('acronym'))
      .getByRole('radio', { name: say('take_theirs') })
      .check()
    await save(page, say)
    await expectBoth('names', { [name]: 'Имя от второй', [say('acronym')]: 'ПЕРВАЯ' })

    // What only one of them touched needs no thought: her own country stays, the other's year is taken.
    await collide('registration', { [say('founded_year')]: '2001' }, { [say('based_in')]: 'GE' })
    expect(
      await difference(say('based_in'))
        .getByRole('radio', { name: say('keep_mine') })
        .isChecked(),
    ).toBe(true)
    expect(
      await difference(say('founded_year'))
        .getByRole('radio', { name: say('take_theirs') })
        .isChecked(),
    ).toBe(true)
    await save(page, say)
    await expectBoth('registration', { [say('founded_year')]: '2001', [say('based_in')]: 'GE' })
  })

  it('and are not in each other’s way on different pages of it', async () => {
    await using first = await browser.visit({ hasScripts, locale, as: someoneOf(number, 'steward') })
    await using second = await browser.visit({ hasScripts, locale, as: someoneOf(number, 'steward'), width: 360 })
    const { say, page } = second
    const edit = `/${locale}${organisationPath(number)}/edit`
    const year = [{ part: 'registration', label: say('founded_year'), value: '2002' }] as const
    const address = [{ part: 'website', label: say('group_address'), value: 'переулок Второй, 2' }] as const
    await first.page.goto(`${edit}/registration`)
    await page.goto(`${edit}/website`)
    await write(first.page, year)
    await save(first.page, say)
    await write(page, address)
    await save(page, say)
    await page.goto(`${edit}/registration`)
    expect(await read(page, year)).toEqual(year)
    await page.goto(`${edit}/website`)
    expect(await read(page, address)).toEqual(address)
  })
})
