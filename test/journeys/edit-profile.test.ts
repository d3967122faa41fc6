import { fieldProblem } from '@kunak/contracts'
import type { Someone } from '@kunak/testing'
import { labelOf, languages } from '@kunak/vocabulary'
import { afterAll, describe, expect, it } from 'vitest'
import { listedNames } from './listed.ts'
import { openBrowser } from './open-browser.ts'
import { organisationPath, someoneOf } from './people.ts'
import { partOf, read, saveButton, write } from './profile-answers.ts'
import { startSite } from './start-site.ts'
import { beginning } from './texts.ts'
import { ways } from './ways.ts'
import { audienceChoice, wholeProfile } from './whole-profile.ts'

const site = await startSite()
const browser = await openBrowser(site)
afterAll(async () => {
  await browser[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})

const told = [
  { locale: 'ru', whole: 11, wrong: 30, seen: 18 },
  { locale: 'en', whole: 5, wrong: 29, seen: 22 },
] as const
const searchableWithinMs = 2_000

describe.each(ways.map((way, index) => ({ ...way, ...told[index]! })))('a steward edits her profile, $way', (told) => {
  const { hasScripts, locale, whole, wrong, seen } = told
  const steward = (number: number) => browser.visit({ hasScripts, locale, as: someoneOf(number, 'steward') })
  const editPath = (number: number) => `/${locale}${organisationPath(number)}/edit`

  it('finds every field and every audience again as she wrote it', async () => {
    await using visitor = await steward(whole)
    const { page, say } = visitor
    const answers = wholeProfile(say, locale)
    const tabasaran = page.getByRole('checkbox', { name: labelOf(languages, 'tab', locale), exact: true })
    const georgian = page.getByRole('checkbox', { name: labelOf(languages, 'ka', locale), exact: true })
    await page.goto(`/${locale}${organisationPath(whole)}`)
    await page.getByRole('link', { name: say('edit_link') }).click()
    await partOf(page, say('group_names')).locator('summary').click()
    await write(page, answers)
    await georgian.check()
    await tabasaran.uncheck()
    await page
      .getByRole('button', { name: beginning(say('add_rows')) })
      .filter({ hasText: say('contacts_title') })
      .click()
    await page.getByRole('group', { name: `${say('contacts_title')} 5`, exact: true }).waitFor()
    expect(await read(page, answers)).toEqual(answers)
    const later = [
      { row: `${say('contacts_title')} 5`, label: say('contact_value'), value: 'quail@quail.example' },
      { row: `${say('contacts_title')} 5`, label: say('who_sees'), value: audienceChoice(say, 'coordinators') },
    ]
    await write(page, later)
    await saveButton(page, say).click()
    await page
      .getByRole('status')
      .filter({ hasText: say('saved_thanks') })
      .waitFor()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(
      locale === 'ru' ? 'Перепёлка над ручьём' : 'Quail',
    )
    await page.goto(editPath(whole))
    expect(await read(page, answers)).toEqual(answers)
    // A row that was left empty is not kept, so the last contact has moved up.
    const moved = later.map((answer) => ({ ...answer, row: `${say('contacts_title')} 3` }))
    expect(await read(page, moved)).toEqual(moved)
    expect(await georgian.isChecked()).toBe(true)
    expect(await tabasaran.isChecked()).toBe(false)
  })

  it('is told in her language which fields are wrong, is led to each, and loses nothing that she wrote', async () => {
    await using visitor = await steward(wrong)
    const { page, say } = visitor
    const mistakes = [
      { label: say('founded_year'), value: '2099', about: say('founded_year'), code: 'in_the_future' },
      { label: say('based_in'), value: 'XX', about: say('based_in'), code: 'not_a_country' },
      {
        row: `${say('identifiers')} 2`,
        label: say('identifier'),
        value: '1027700132196',
        about: `${say('identifiers')}, 2`,
        code: 'wrong_check_digit',
      },
      {
        row: `${say('contacts_title')} 1`,
        label: say('contact_value'),
        value: 'not an address',
        about: `${say('contacts_title')}, 1`,
        code: 'not_a_contact',
      },
    ] as const
    const kept = wholeProfile(say, locale).filter(
      ({ label, row, part }) => part === undefined && row === undefined && !mistakes.some((mistake) => mistake.label === label),
    )
    await page.goto(editPath(wrong))
    await write(page, kept)
    await write(page, mistakes)
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      saveButton(page, say).click(),
    ])
    expect(answer.status()).toBe(422)
    const summary = page.getByRole('alert')
    await summary.waitFor()
    expect(await read(page, kept)).toEqual(kept)
    expect(await read(page, mistakes)).toEqual(mistakes)
    expect(await summary.getByRole('link').count()).toBe(mistakes.length)
    for (const { about, code, ...mistake } of mistakes) {
      const { message } = fieldProblem({ field: '', code }, locale)
      await summary.getByRole('link', { name: `${about}: ${message}` }).click()
      const field = page.locator(':target')
      expect(await field.getAttribute('aria-invalid')).toBe('true')
      expect(await field.inputValue()).toBe(mistake.value)
      const described = (await field.getAttribute('aria-describedby'))?.split(' ') ?? []
      const words = await Promise.all(described.map((id) => page.locator(`[id="${id}"]`).innerText()))
      expect(words).toContain(message)
    }
    await page.goto(editPath(wrong))
    expect(await read(page, kept)).not.toEqual(kept)
  })

  it('is found by what she wrote within two seconds, and by nobody outside from the moment she hides it', async () => {
    const word = locale === 'ru' ? 'щитомордниковедение' : 'quetzalcoatlology'
    const description = {
      ru: { label: { what: 'group_description', tag: 'ru' }, value: `Изучаем ${word}.` },
      en: { label: { what: 'group_description', tag: 'en' }, value: `We study ${word}.` },
    }[locale]
    await using visitor = await steward(seen)
    const { page, say } = visitor
    const label = say('in_language', {
      what: say('group_description'),
      language: labelOf(languages, description.label.tag, locale),
    })
    const audience = say('who_sees_what', { what: say('group_description') })
    const save = async (shownTo: 'public' | 'network') => {
      await page.goto(editPath(seen))
      await write(page, [
        { label, value: description.value },
        { label: audience, value: audienceChoice(say, shownTo) },
      ])
      await saveButton(page, say).click()
      await page
        .getByRole('status')
        .filter({ hasText: say('saved_thanks') })
        .waitFor()
    }
    const foundBy = async (as?: Someone) => {
      await using reader = await browser.visit({ hasScripts, locale, as })
      await reader.page.goto(`/${locale}/organisations?q=${encodeURIComponent(word)}`)
      return (await listedNames(reader.page)).length
    }
    await save('public')
    await expect.poll(() => foundBy(), { timeout: searchableWithinMs }).toBe(1)
    await save('network')
    expect(await foundBy()).toBe(0)
    expect(await foundBy(someoneOf(1, 'member'))).toBe(1)
    await using stranger = await browser.visit({ hasScripts, locale })
    await stranger.page.goto(`/${locale}${organisationPath(seen)}`)
    expect(await stranger.page.content()).not.toContain(word)
    expect(await stranger.page.getByRole('heading', { name: beginning(say('group_description')) }).count()).toBe(0)
  })
})
