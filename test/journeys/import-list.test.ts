import { type FieldProblem } from '@kunak/contracts'
import { sayFileProblem, sayRowProblem } from '@kunak/contracts/directory'
import type { Someone } from '@kunak/testing'
import { labelOf, languages } from '@kunak/vocabulary'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { listedNames } from './listed.ts'
import { openBrowser } from './open-browser.ts'
import { aCoordinator, someoneOf } from './people.ts'
import { startSite } from './start-site.ts'
import { beginning, type Say } from './texts.ts'
import { ways } from './ways.ts'

const site = await startSite()
const browser = await openBrowser(site)
afterAll(async () => {
  await browser[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})

const told = [
  { locale: 'ru', word: 'Барвинок', twin: 'Periwinkle', other: 'Жёлудь', unwanted: 'Синица в ладони' },
  { locale: 'en', word: 'Подорожник', twin: 'Plantain', other: 'Крыжовник', unwanted: 'Воробей под стрехой' },
] as const
const searchableWithinMs = 2_000

/** A list as people keep them: stray spaces, a repeat, a row without a name, somebody known already, a place that is none. */
const messyList = ({ word, twin, other }: (typeof told)[number]) =>
  [
    '№ п/п;Название организации;Name in English;Республика;Направления;Почта;Заметки',
    `1;  ${word}   над рекой ;${twin} by the River;Дагестан, Чечня;Права женщин;${twin.toLowerCase()}@list.example;была на встрече`,
    `2;"Фонд ""${other}""";;чечня;Выборы;;`,
    '3;;;Дагестан;Выборы;;забыли название',
    `4;${word} над рекой;${twin} by the River;Ингушетия;;;второй раз`,
    '5;Каменный мост;Stone Bridge;Дагестан;;;',
    `6;Общество «Лесная ${other}ница»;;Атлантида;Полёты;не почта;`,
  ].join('\r\n')

const upload = async (page: Page, say: Say, name: string, text: string | Buffer) => {
  await page.getByLabel(say('upload_file')).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: say('upload_button') }).click()
}

const sums = async (page: Page) => {
  const list = page.getByRole('status').locator('dl')
  const [names, counts] = [await list.locator('dt').allInnerTexts(), await list.locator('dd').allInnerTexts()]
  return Object.fromEntries(names.map((name, index) => [name.trim(), Number(counts[index])]))
}

const sentences = (problems: readonly FieldProblem[]) => problems.map(({ message }) => message)

describe.each(ways.map((way, index) => ({ ...way, ...told[index]! })))('a coordinator brings a list in, $way', (list) => {
  const { hasScripts, locale, word, twin, unwanted } = list
  const coordinator = () => browser.visit({ hasScripts, locale, as: aCoordinator() })
  const foundBy = async (as?: Someone) => {
    await using reader = await browser.visit({ hasScripts, locale, as })
    await reader.page.goto(`/${locale}/organisations?q=${encodeURIComponent(word)}`)
    return (await listedNames(reader.page)).length
  }
  const checkAndRun = async (page: Page, say: Say) => {
    await page.getByRole('button', { name: say('check_button') }).click()
    await page.getByRole('button', { name: say('run_button') }).click()
    // Without scripts she looks again by herself; where the page does so for her, looking once more does no harm.
    await expect
      .poll(
        async () => {
          const again = page.getByRole('link', { name: say('refresh') })
          if ((await again.count()) > 0) await again.click()
          return page.getByRole('heading', { name: say('sums_title') }).count()
        },
        { timeout: 10_000 },
      )
      .toBe(1)
  }

  it('from a messy file to what people find, and nothing twice', async () => {
    await using visitor = await coordinator()
    const { page, say } = visitor
    await page.goto(`/${locale}`)
    await page.getByRole('link', { name: say('nav_desk'), exact: true }).click()
    await page.getByRole('link', { name: say('imports_title') }).click()
    await upload(page, say, 'список 2026.csv', messyList(list))
    await page.getByRole('heading', { level: 1, name: 'список 2026.csv' }).waitFor()

    const becomes = (column: string) => page.getByRole('combobox', { name: column }).locator('option:checked')
    const english = labelOf(languages, 'en', locale)
    expect(await becomes('№ п/п').innerText()).toBe(say('target_key'))
    expect(await becomes('Название организации').innerText()).toContain(say('target_name'))
    expect(await becomes('Name in English').innerText()).toBe(`${say('target_name')}: ${english}`)
    expect(await becomes('Республика').innerText()).toBe(say('target_republics'))
    expect(await becomes('Почта').innerText()).toBe(say('target_email'))
    expect(await becomes('Заметки').innerText()).toBe(say('target_ignore'))
    // The names could be of several languages that share these letters, so she says which it is.
    const russian = `${say('target_name')}: ${labelOf(languages, 'ru', locale)}`
    await page.getByRole('combobox', { name: 'Название организации' }).selectOption({ label: russian })
    await page.getByLabel(say('source')).fill(`partners-${locale}`)
    await page.getByRole('button', { name: say('check_button') }).click()
    await page.getByRole('heading', { name: say('sums_foreseen') }).waitFor()
    const foreseen = {
      [say('rows')]: 6,
      [say('outcome_imported')]: 3,
      [say('outcome_merged')]: 1,
      [say('outcome_unchanged')]: 0,
      [say('outcome_reported')]: 2,
    }
    expect(await sums(page)).toEqual(foreseen)
    const row = (number: number) =>
      page.getByRole('row').filter({ has: page.getByRole('cell', { name: `${number}`, exact: true }) })
    const why = sentences([
      sayRowProblem({ field: '', code: 'no_name', values: {} }, locale),
      sayRowProblem({ field: '', code: 'unknown_term', values: { value: 'Атлантида' } }, locale),
      sayRowProblem({ field: '', code: 'not_an_email', values: {} }, locale),
      sayRowProblem({ field: '', code: 'same_as_row', values: { other: 2 } }, locale),
      sayRowProblem({ field: '', code: 'perhaps_same_organisation', values: { name: 'Каменный мост' } }, locale),
    ])
    expect(await row(4).innerText()).toContain(why[0])
    expect(await row(7).innerText()).toContain(why[1])
    expect(await row(7).innerText()).toContain(why[2])
    expect(await row(5).innerText()).toContain(why[3])
    expect(await row(6).innerText()).toContain(why[4])
    expect(await foundBy(aCoordinator())).toBe(0)

    await checkAndRun(page, say)
    expect(await sums(page)).toEqual(foreseen)
    await expect.poll(() => foundBy(aCoordinator()), { timeout: searchableWithinMs }).toBe(1)
    expect(await foundBy(someoneOf(1, 'member'))).toBe(0)
    await page
      .getByRole('link', { name: beginning(`${word} над рекой`) })
      .first()
      .click()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(locale === 'ru' ? word : twin)

    await page.goto(`/${locale}/imports`)
    await upload(page, say, 'список 2026 ещё раз.csv', messyList(list))
    await page.getByLabel(say('source')).fill(`partners-${locale}`)
    await checkAndRun(page, say)
    expect(await sums(page)).toMatchObject({ [say('rows')]: 6, [say('outcome_imported')]: 0, [say('outcome_reported')]: 2 })
  })

  it.each([
    [
      'a quotation mark that never closes',
      'Название;Почта\nРомашка;a@b.example\n"Василёк;c@d.example\n',
      { code: 'unclosed_quote', values: { row: 3, column: 1 } },
    ],
    ['no names of columns', '1;Ромашка;a@b.example\n2;Василёк;c@d.example\n', { code: 'no_header', values: { row: 1 } }],
    [
      'another encoding',
      Buffer.from([0xcd, 0xe0, 0xe7, 0xe2, 0x0a, 0xcc, 0xe0, 0xea, 0x0a]),
      { code: 'not_utf8', values: { line: 1 } },
    ],
    ['nothing in it', '\n', { code: 'empty_file', values: {} }],
  ] as const)('and a file with %s is refused where it is broken', async (_, text, problem) => {
    await using visitor = await coordinator()
    const { page, say } = visitor
    await page.goto(`/${locale}/imports`)
    const before = await page.getByRole('row').count()
    await upload(page, say, 'сломан.csv', Buffer.from(text))
    const summary = page.getByRole('alert')
    await summary.waitFor()
    expect(await summary.innerText()).toContain(sayFileProblem(problem, locale).message)
    await page.goto(`/${locale}/imports`)
    expect(await page.getByRole('row').count()).toBe(before)
  })

  it('and whoever asked not to be listed stays out of it', async () => {
    await using visitor = await coordinator()
    const { page, say } = visitor
    await page.goto(`/${locale}`)
    await page.getByRole('link', { name: say('nav_desk'), exact: true }).click()
    await page.getByRole('link', { name: say('do_not_list_title') }).click()
    const russian = say('in_language', { what: say('name'), language: labelOf(languages, 'ru', locale) })
    await page.getByLabel(russian).fill(unwanted)
    await page.getByLabel(say('do_not_list_reason'), { exact: true }).fill('сама попросила')
    await page.getByRole('button', { name: say('add'), exact: true }).click()
    await page
      .getByRole('status')
      .filter({ hasText: say('done_added') })
      .waitFor()
    expect(await page.content()).not.toContain(unwanted)

    await page.goto(`/${locale}/imports`)
    await upload(page, say, 'с ней.csv', `Название;Республика\n«${unwanted.toUpperCase()}»;Дагестан\n`)
    await page.getByLabel(say('source')).fill('again')
    await checkAndRun(page, say)
    expect(await sums(page)).toMatchObject({ [say('outcome_imported')]: 0, [say('outcome_reported')]: 1 })
    const why = sayRowProblem({ field: '', code: 'on_do_not_list', values: {} }, locale).message
    expect(await page.getByRole('main').innerText()).toContain(why)
  })
})
