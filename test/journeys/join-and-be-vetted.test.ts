import { anAuthenticatorCode } from '@kunak/testing'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { confirm } from './confirm.ts'
import { openBrowser, type Visitor } from './open-browser.ts'
import { aCoordinator, organisationPath, someoneOf } from './people.ts'
import { addApp, signInByLetter } from './sign-in-by-letter.ts'
import { startSite } from './start-site.ts'
import { beginning } from './texts.ts'
import { ways } from './ways.ts'

const site = await startSite()
const browser = await openBrowser(site)
afterAll(async () => {
  await browser[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})

const told = [
  { locale: 'ru', name: 'Новая тропа', country: 'GE' },
  { locale: 'en', name: 'Fresh Path', country: 'RU' },
] as const
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

/** Applies on the page, after reading what it may mean in her country. */
async function apply(
  { page, locale, say }: Visitor,
  said: { readonly name: string; readonly country: string; readonly mail: string },
) {
  await page.goto(`/${locale}`)
  await page.getByRole('link', { name: say('home_join') }).click()
  await page.getByLabel(say('based_in'), { exact: true }).selectOption(said.country)
  await press(page, say('sign_in_go_on'))
  await page.getByRole('heading', { level: 2, name: say('join_notice_title') }).waitFor()
  // Nothing is filled in yet: each page says what is missing, and none loses what there is.
  const goOn = async () => press(page, say('sign_in_go_on'))
  const refused = (what: string) =>
    page
      .getByRole('alert')
      .getByRole('link', { name: beginning(what) })
      .waitFor()
  await goOn()
  await refused(say('name'))
  await page.locator(`[name="names/${locale}"]`).fill(said.name)
  await goOn()
  await page.locator('[name="languages"][value="ru"]').check()
  await goOn()
  await refused(say('join_works_in'))
  await page.locator('[name="worksIn"][value="RU-DA"]').check()
  await goOn()
  await page.getByLabel(say('join_knows')).fill('Вместе вели дело с «Каменным мостом».')
  await goOn()
  await page.getByText(say('join_check')).waitFor()
  await press(page, say('join_send'))
  await refused(say('join_mail'))
  await press(page, say('join_back'))
  expect(await page.getByLabel(say('join_knows')).inputValue()).toContain('Каменным мостом')
  await press(page, say('join_back'))
  expect(await page.locator('[name="languages"][value="ru"]').isChecked()).toBe(true)
  await goOn()
  await goOn()
  await page.getByLabel(say('join_mail')).fill(said.mail)
  await press(page, say('join_send'))
  await heading(page, say('join_received_title'))
}

/** Signs in for the first time: by mail, and then by adding an authenticator app, whose secret it answers. */
async function enrol(visitor: Visitor, mail: string): Promise<string> {
  await signInByLetter(site, visitor, mail)
  return (await addApp(visitor)).secret
}

/** Confirms an act with what the app shows next; what it showed when it was added counts no more. */
async function confirmByApp({ page, say }: Visitor, secret: string): Promise<void> {
  await heading(page, say('step_up_title'))
  await page.getByRole('textbox', { name: say('step_up_code') }).fill(anAuthenticatorCode(new Date(Date.now() + 30_000), secret))
  await press(page, say('step_up_confirm'))
}

describe.each(ways.map((way, index) => ({ ...way, ...told[index]! })))(
  'joining, $way',
  ({ hasScripts, locale, name, country }) => {
    it('leads from an application over two vouches and two coordinators into the network', { timeout: 120_000 }, async () => {
      const mail = `first-${locale}@post.example`
      await using first = await browser.visit({ hasScripts, locale, width: 360 })
      const { page, say } = first
      await apply(first, { name, country, mail })
      const secret = await enrol(first, mail)
      await press(page, say('invitation_claim'))
      await page.getByText(say('account_applicant_next')).waitFor()
      expect(await page.title()).not.toMatch(/кунак|kunak/i)
      await page.goto(`/${locale}${organisationPath(2)}`)
      const seenBefore = await page.locator('main').innerText()
      await page.goto(`/${locale}/account`)
      const path = (await page.getByRole('link', { name, exact: true }).getAttribute('href')) ?? ''
      const id = path.split('/').at(-1) ?? ''

      await page.goto(`${path}/people`)
      await page.getByLabel(say('account_mail')).fill(`second-${locale}@post.example`)
      await page.locator('[name="role"][value="steward"]').check()
      await press(page, say('invite_button'))
      await confirmByApp(first, secret)
      await page.getByText(say('people_invited')).waitFor()
      await using second = await browser.visit({ hasScripts, locale })
      await enrol(second, `second-${locale}@post.example`)
      await press(second.page, say('invitation_accept'))
      await second.page.getByText(say('account_joined')).waitFor()

      for (const number of [1, 22]) {
        await using voucher = await browser.visit({ hasScripts, locale, as: someoneOf(number, 'steward') })
        await voucher.page.goto(`/${locale}/organisations/${id}/vouches`)
        await voucher.page.getByLabel(say('vouch_how')).fill('Три года ведём общие дела.')
        await press(voucher.page, say('vouch_button'))
        await voucher.page.getByText(say('vouch_done_given')).waitFor()
      }

      await using one = await browser.visit({ hasScripts, locale, as: aCoordinator(2) })
      await one.page.goto(`/${locale}/desk/organisations/${id}`)
      await one.page.getByText('Вместе вели дело').waitFor()
      await one.page.locator('[name="act"][value="vet"]').check()
      await press(one.page, say('desk_propose'))
      await confirm(one)
      await one.page.getByText(say('desk_done_proposed')).waitFor()
      await page.goto(`/${locale}/account`)
      await page.getByText(say('standing_applicant')).waitFor()

      await using other = await browser.visit({ hasScripts, locale, as: aCoordinator(3) })
      await other.page.goto(`/${locale}/desk/organisations/${id}`)
      await press(other.page, say('desk_confirm'))
      await confirm(other)
      await other.page.getByText(say('desk_done_confirmed')).waitFor()

      await page.goto(`/${locale}/account`)
      await page.getByText(say('standing_vetted')).waitFor()
      await page.goto(`/${locale}${organisationPath(2)}`)
      expect(await page.locator('main').innerText()).not.toBe(seenBefore)
    })

    it('lets a steward invite somebody, make her steward and leave', { timeout: 120_000 }, async () => {
      const number = hasScripts ? 4 : 5
      const mail = `guest-${locale}@post.example`
      const people = `/${locale}${organisationPath(number)}/people`
      await using steward = await browser.visit({ hasScripts, locale, as: someoneOf(number, 'steward'), width: 360 })
      const { page, say } = steward
      await page.goto(people)
      await page.getByLabel(say('account_mail')).fill(mail)
      await press(page, say('invite_button'))
      await confirm(steward)
      await page.getByText(say('people_invited')).waitFor()
      await page.getByText(mail).waitFor()

      await using guest = await browser.visit({ hasScripts, locale })
      await enrol(guest, mail)
      await press(guest.page, say('invitation_accept'))
      await guest.page.getByText(say('account_joined')).waitFor()
      await guest.page.getByRole('link', { name: say('account_me') }).click()
      await guest.page.getByLabel(say('account_name')).fill('Джамиля')
      await press(guest.page, say('save'))
      await guest.page.getByText(say('security_done')).waitFor()

      await page.goto(people)
      await page.getByRole('link', { name: 'Джамиля' }).click()
      await press(page, say('hand_over'))
      await confirm(steward)
      await page.getByText(say('account_left')).waitFor()
      expect((await page.goto(people))?.status()).toBe(404)
      await guest.page.goto(people)
      await guest.page.getByRole('listitem').filter({ hasText: 'Джамиля' }).getByText(say('role_steward')).waitFor()
    })
  },
)
