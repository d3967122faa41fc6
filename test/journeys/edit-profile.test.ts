import { fieldProblem, tlpLabels } from '@kunak/contracts'
import type { Someone } from '@kunak/testing'
import { labelOf, languages } from '@kunak/vocabulary'
import { afterAll, describe, expect, it } from 'vitest'
import { confirm } from './confirm.ts'
import { listedNames } from './listed.ts'
import { openBrowser } from './open-browser.ts'
import { organisationPath, someoneOf } from './people.ts'
import { profileParts } from '../../web/src/lib/directory/profile-form/profile-parts.ts'
import { byPart, read, save, saveButton, write } from './profile-answers.ts'
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
  { locale: 'ru', whole: 11, wrong: 30, seen: 18, due: 19 },
  { locale: 'en', whole: 5, wrong: 29, seen: 22, due: 28 },
] as const
const searchableWithinMs = 2_000

describe.each(ways.map((way, index) => ({ ...way, ...told[index]! })))('a steward edits her profile, $way', (told) => {
  const { hasScripts, locale, whole, wrong, seen, due } = told
  const steward = (number: number) => browser.visit({ hasScripts, locale, as: someoneOf(number, 'steward') })
  const editPath = (number: number) => `/${locale}${organisationPath(number)}/edit`

  it('goes from part to part, and finds every field and every audience again as she wrote it', async () => {
    await using visitor = await steward(whole)
    const { page, say } = visitor
    const answers = wholeProfile(say, locale)
    const tabasaran = page.getByRole('checkbox', { name: labelOf(languages, 'tab', locale), exact: true })
    const georgian = page.getByRole('checkbox', { name: labelOf(languages, 'ka', locale), exact: true })
    const later = [
      { part: 'contacts', row: `${say('contacts_title')} 5`, label: say('contact_value'), value: 'quail@quail.example' },
      {
        part: 'contacts',
        row: `${say('contacts_title')} 5`,
        label: say('who_sees'),
        value: audienceChoice(say, 'coordinators'),
      },
    ] as const
    await page.goto(`/${locale}${organisationPath(whole)}`)
    await page.getByRole('link', { name: say('edit_link') }).click()
    await page.getByRole('link', { name: say('group_names'), exact: true }).click()
    for (const [part, own] of byPart(answers)) {
      expect(new URL(page.url()).pathname).toBe(`${editPath(whole)}/${part}`)
      if (part === 'names') await page.locator('summary').click()
      await write(page, own)
      if (part === 'work') {
        await georgian.check()
        await tabasaran.uncheck()
      }
      if (part === 'contacts') {
        await page
          .getByRole('button', { name: beginning(say('add_rows')) })
          .filter({ hasText: say('contacts_title') })
          .click()
        await page.getByRole('group', { name: `${say('contacts_title')} 5`, exact: true }).waitFor()
        expect(await read(page, own)).toEqual(own)
        await write(page, later)
      }
      if (part === profileParts.at(-1)) break
      await page.getByRole('button', { name: beginning(say('edit_save_on', { part: '' })) }).click()
      await page.waitForURL((url) => url.pathname !== `${editPath(whole)}/${part}`)
      await page
        .getByRole('status')
        .filter({ hasText: say('saved_thanks') })
        .waitFor()
    }
    await save(page, say)
    const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: say('group_description') }) })
    expect(await row.innerText()).toContain('another line.')
    expect(await row.innerText()).toContain(tlpLabels.network)
    await page.goto(`/${locale}${organisationPath(whole)}`)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(
      locale === 'ru' ? 'Перепёлка над ручьём' : 'Quail',
    )
    for (const [part, own] of byPart(answers)) {
      await page.goto(`${editPath(whole)}/${part}`)
      expect(await read(page, own)).toEqual(own)
      if (part === 'contacts') {
        // A row that was left empty is not kept, so the last contact has moved up.
        const moved = later.map((answer) => ({ ...answer, row: `${say('contacts_title')} 3` }))
        expect(await read(page, moved)).toEqual(moved)
      }
      if (part === 'work') {
        expect(await georgian.isChecked()).toBe(true)
        expect(await tabasaran.isChecked()).toBe(false)
      }
    }
  })

  it('is told in her language which fields are wrong, is led to each, and loses nothing that she wrote', async () => {
    await using visitor = await steward(wrong)
    const { page, say } = visitor
    const mistakes = [
      { part: 'registration', label: say('founded_year'), value: '2099', about: say('founded_year'), code: 'in_the_future' },
      { part: 'registration', label: say('based_in'), value: 'XX', about: say('based_in'), code: 'not_a_country' },
      {
        part: 'registration',
        row: `${say('identifiers')} 2`,
        label: say('identifier'),
        value: '1027700132196',
        about: `${say('identifiers')}, 2`,
        code: 'wrong_check_digit',
      },
      {
        part: 'contacts',
        row: `${say('contacts_title')} 1`,
        label: say('contact_value'),
        value: 'not an address',
        about: `${say('contacts_title')}, 1`,
        code: 'not_a_contact',
      },
    ] as const
    for (const [part, wrongHere] of byPart(mistakes)) {
      const kept = wholeProfile(say, locale).filter(
        ({ label, row, ...answer }) =>
          answer.part === part && row === undefined && !mistakes.some((mistake) => mistake.label === label),
      )
      await page.goto(`${editPath(wrong)}/${part}`)
      await write(page, kept)
      await write(page, wrongHere)
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.request().method() === 'POST'),
        saveButton(page, say).click(),
      ])
      expect(answer.status()).toBe(422)
      const summary = page.getByRole('alert')
      await summary.waitFor()
      expect(await read(page, kept)).toEqual(kept)
      expect(await read(page, wrongHere)).toEqual(wrongHere)
      expect(await summary.getByRole('link').count()).toBe(wrongHere.length)
      for (const { about, code, ...mistake } of wrongHere) {
        const { message } = fieldProblem({ field: '', code }, locale)
        await summary.getByRole('link', { name: `${about}: ${message}` }).click()
        const field = page.locator(':target')
        expect(await field.getAttribute('aria-invalid')).toBe('true')
        expect(await field.inputValue()).toBe(mistake.value)
        const described = (await field.getAttribute('aria-describedby'))?.split(' ') ?? []
        const words = await Promise.all(described.map((id) => page.locator(`[id="${id}"]`).innerText()))
        expect(words).toContain(message)
      }
      await page.goto(`${editPath(wrong)}/${part}`)
      expect(await read(page, kept)).not.toEqual(kept)
    }
  })

  it('confirms where more people are to see a part, goes on where she was going, and says of no other part that it is right', async () => {
    await using visitor = await steward(due)
    const { page, say } = visitor
    const shown = [
      { part: 'website', label: say('group_address'), value: 'улица Выдуманная, 7' },
      {
        part: 'website',
        label: say('who_sees_what', { what: say('group_address') }),
        value: audienceChoice(say, 'network'),
      },
    ] as const
    await page.goto(`${editPath(due)}/website`)
    await write(page, shown)
    await page.getByRole('button', { name: beginning(say('edit_save_on', { part: '' })) }).click()
    await confirm(visitor)
    await page.getByRole('heading', { level: 1, name: say('group_registration') }).waitFor()
    await page
      .getByRole('status')
      .filter({ hasText: say('saved_thanks') })
      .waitFor()
    await page.goto(`${editPath(due)}/website`)
    expect(await read(page, shown)).toEqual(shown)
    await page.getByRole('link', { name: say('edit_overview') }).click()
    await page.getByRole('heading', { level: 1, name: say('edit_title') }).waitFor()
    expect(await page.getByRole('main').innerText()).toContain(say('freshness_due'))
    await page.getByRole('button', { name: say('edit_all_right') }).click()
    await page
      .getByRole('status')
      .filter({ hasText: say('assured_thanks') })
      .waitFor()
    expect(await page.getByRole('main').innerText()).toContain(say('freshness_fresh'))
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
    const show = async (shownTo: 'public' | 'network') => {
      await page.goto(`${editPath(seen)}/description`)
      await write(page, [
        { part: 'description', label, value: description.value },
        { part: 'description', label: audience, value: audienceChoice(say, shownTo) },
      ])
      await save(page, say)
    }
    const foundBy = async (as?: Someone) => {
      await using reader = await browser.visit({ hasScripts, locale, as })
      await reader.page.goto(`/${locale}/organisations?q=${encodeURIComponent(word)}`)
      return (await listedNames(reader.page)).length
    }
    await show('public')
    await expect.poll(() => foundBy(), { timeout: searchableWithinMs }).toBe(1)
    await show('network')
    expect(await foundBy()).toBe(0)
    expect(await foundBy(someoneOf(1, 'member'))).toBe(1)
    await using stranger = await browser.visit({ hasScripts, locale })
    await stranger.page.goto(`/${locale}${organisationPath(seen)}`)
    expect(await stranger.page.content()).not.toContain(word)
    expect(await stranger.page.getByRole('heading', { name: beginning(say('group_description')) }).count()).toBe(0)
  })
})
