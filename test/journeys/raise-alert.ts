import { labelOf, pressures, republics } from '@kunak/vocabulary'
import type { Visitor } from './open-browser.ts'

interface Said {
  readonly pressure: string
  readonly republic: string
  readonly known: string
  readonly audience: 'network' | 'organisation'
  /** What everybody may read; left out, nothing. */
  readonly publicly?: { readonly headline: string; readonly summary: string }
  readonly need?: { readonly kind: string; readonly quantity: number }
}

/** Goes from the home page to the form of an alert, fills in what a frightened person would, and asks who will see it. */
export async function writeAlert({ page, say, locale }: Visitor, said: Said): Promise<void> {
  await page.goto(`/${locale}`)
  await page
    .getByRole('navigation')
    .getByRole('link', { name: say('nav_raise') })
    .click()
  await page.getByRole('heading', { level: 1, name: say('alert_raise') }).waitFor()
  await page.getByRole('checkbox', { name: labelOf(pressures, said.pressure, locale) }).check()
  await page.getByLabel(say('alert_form_where')).selectOption(labelOf(republics, said.republic, locale))
  await page.getByLabel(say('alert_form_known')).fill(said.known)
  await page.locator('#consent').getByRole('radio').first().check()
  await page.locator(`#audience input[value=${said.audience}]`).check()
  if (said.need) {
    await page.getByLabel(say('alert_need_kind'), { exact: true }).first().selectOption(said.need.kind)
    await page.getByLabel(say('alert_need_quantity')).first().fill(String(said.need.quantity))
  }
  if (said.publicly) {
    await page.getByText(say('alert_form_public')).click()
    await page.getByRole('checkbox', { name: say('alert_form_is_public') }).check()
    await page.locator(`[name="headline/${locale}"]`).fill(said.publicly.headline)
    await page.locator(`[name="summary/${locale}"]`).fill(said.publicly.summary)
  }
  await page.getByRole('button', { name: say('alert_see_who') }).click()
}
