import { mailOf } from '@kunak/testing'
import { labelOf, outcomes } from '@kunak/vocabulary'
import { afterAll, describe, expect, it } from 'vitest'
import { openBrowser, type Visitor } from './open-browser.ts'
import { aCoordinator, someoneOf } from './people.ts'
import { writeAlert } from './raise-alert.ts'
import { readNews } from './read-letter.ts'
import { startSite } from './start-site.ts'
import { ways } from './ways.ts'

const site = await startSite()
const browser = await openBrowser(site)
afterAll(async () => {
  await browser[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})

const told = [
  {
    locale: 'ru',
    raising: 4,
    confirming: 24,
    helping: 22,
    known: 'С девяти утра в офисе обыск. Адвоката не пускают.',
    publicly: { headline: 'В офисе обыск', summary: 'Идёт обыск, нужны адвокаты.' },
    news: 'Обыск закончился, технику увезли.',
  },
  {
    locale: 'en',
    raising: 6,
    confirming: 18,
    helping: 36,
    known: 'The office has been searched since nine. The lawyer is kept out.',
    publicly: { headline: 'An office is searched', summary: 'A search is going on, lawyers are needed.' },
    news: 'The search is over, the equipment is gone.',
  },
] as const

describe.each(ways.map((way, index) => ({ ...way, ...told[index]! })))('an office is searched, $way', (told) => {
  const { hasScripts, locale, raising, confirming, helping, known, publicly, news } = told
  const visit = (as: Parameters<typeof browser.visit>[0]['as'], width = 1280) => browser.visit({ hasScripts, locale, as, width })

  it('and from the form of a frightened person to the outcome, each need is met by somebody', async () => {
    const helper = someoneOf(helping, 'member')
    await using raiser = await visit(someoneOf(raising, 'member'), 360)
    await using coordinator = await visit(aCoordinator(confirming), 360)
    await using friend = await visit(helper, 360)
    await using anybody = await visit(undefined)
    const { page, say } = raiser

    const need = { kind: 'lawyer_now', quantity: 2 }
    await writeAlert(raiser, { pressure: 'raid', republic: 'RU-DA', known, audience: 'network', publicly, need })
    await page.getByRole('heading', { level: 1, name: say('alert_preview_title') }).waitFor()
    await page.getByRole('button', { name: say('alert_send_when_confirmed') }).click()
    await page.getByText(say('alert_done_waiting')).waitFor()
    const alert = new URL(page.url()).pathname
    for (const { page: other } of [friend, anybody]) expect((await other.goto(alert))?.status()).toBe(404)

    await confirmIt(coordinator, { alert, known })
    const letters = await readNews(site, mailOf(helper))
    for (const letter of letters)
      expect(letter).not.toMatch(new RegExp(`${publicly.headline}|alerts/|${alert.split('/').at(-1)}`))
    await anybody.page.goto(`/${locale}`)
    await anybody.page.getByRole('link', { name: publicly.headline }).click()
    await anybody.page.getByText(publicly.summary).waitFor()
    expect(await anybody.page.getByText(known).count()).toBe(0)

    await friend.page.goto(`/${locale}/alerts`)
    await friend.page.locator(`a[href="${alert}"]`).click()
    await friend.page.getByText(known).waitFor()
    await friend.page.getByRole('button', { name: say('help_answer_can_help') }).click()
    await friend.page.getByText(say('help_answered_can')).waitFor()
    await offer(friend, 2)
    const pledge = new URL(friend.page.url()).pathname

    await page.goto(pledge)
    await page.getByRole('button', { name: say('pledge_do_accepted') }).click()
    await page.getByText(say('pledge_state_accepted')).first().waitFor()
    for (const step of ['pledge_do_in_progress', 'pledge_do_delivered'] as const) {
      await friend.page.goto(pledge)
      await friend.page.getByRole('button', { name: say(step) }).click()
      await friend.page.getByText(say('pledge_moved')).waitFor()
    }

    await page.goto(alert)
    await page.getByText(say('help_met')).waitFor()
    await page.getByRole('link', { name: say('alert_add_update') }).click()
    await page.getByLabel(say('alert_update_text')).fill(news)
    await page.getByRole('button', { name: say('alert_update_send') }).click()
    await page.getByText(say('alert_done_updated')).waitFor()
    await page.getByRole('link', { name: say('alert_close'), exact: true }).click()
    await page.getByRole('radio', { name: labelOf(outcomes, 'property_returned', locale) }).check()
    await page.getByRole('button', { name: say('alert_close_button') }).click()
    await page.getByText(say('alert_done_resolved')).waitFor()

    await friend.page.goto(pledge)
    await friend.page.getByText(labelOf(outcomes, 'property_returned', locale)).waitFor()
    await friend.page.goto(alert)
    await friend.page.getByText(news).waitFor()
    const all = await readNews(site, mailOf(helper), 2)
    expect(new Set(all.map(withoutLinks)).size).toBe(1)
  })
})

/** A coordinator of another organisation finds what waits for her, and says that it is so. */
async function confirmIt({ page, say, locale }: Visitor, { alert, known }: { readonly alert: string; readonly known: string }) {
  await page.goto(`/${locale}/alerts`)
  await page.locator(`a[href="${alert}"]`).click()
  await page.getByRole('link', { name: say('alert_verify_link') }).click()
  await page.getByText(known).waitFor()
  await page.getByRole('button', { name: say('alert_verify_button') }).click()
  await page.getByText(say('alert_done_verified')).waitFor()
}

/** Somebody of another organisation offers so much of what is needed, to be there tomorrow. */
async function offer({ page, say }: Visitor, quantity: number) {
  await page.getByRole('link', { name: say('help_offer') }).click()
  await page.getByLabel(say('help_pledge_quantity')).fill(String(quantity))
  await page.getByLabel(say('help_pledge_day')).fill(new Date(Date.now() + 86_400_000).toISOString().slice(0, 10))
  await page.getByRole('checkbox', { name: say('help_pledge_read') }).check()
  await page.getByRole('button', { name: say('help_pledge_send') }).click()
  await page.getByText(say('help_pledge_offered')).waitFor()
}

/** What a letter says besides the address that ends letters, which is each reader’s own. */
const withoutLinks = (letter: string) => letter.replace(/token=\S+/g, '')
